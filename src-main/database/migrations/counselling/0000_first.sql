CREATE TABLE `change` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`device` text NOT NULL,
	`hlc` text NOT NULL,
	`member` text NOT NULL,
	`table_name` text NOT NULL,
	`record_id` text NOT NULL,
	`kind` text NOT NULL,
	`payload` blob NOT NULL,
	`segment` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_name` ON `change` (`device`,`hlc`);--> statement-breakpoint
CREATE INDEX `change_record` ON `change` (`table_name`,`record_id`);--> statement-breakpoint
CREATE INDEX `change_waiting` ON `change` (`position`) WHERE segment IS NULL;--> statement-breakpoint
CREATE TABLE `draft` (
	`member` text NOT NULL,
	`key` text NOT NULL,
	`sealed` blob NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`member`, `key`)
);
--> statement-breakpoint
CREATE TABLE `feed` (
	`device` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` blob NOT NULL,
	`last_change_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `local_setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outgoing` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` blob NOT NULL,
	`bytes` blob,
	`sent` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `record_state` (
	`table_name` text NOT NULL,
	`record_id` text NOT NULL,
	`state` blob NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`table_name`, `record_id`)
);
--> statement-breakpoint
CREATE TABLE `search_entry` (
	`row` integer PRIMARY KEY NOT NULL,
	`table_name` text NOT NULL,
	`record_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entry_record` ON `search_entry` (`table_name`,`record_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`number` text NOT NULL,
	`title` text,
	`first_name` text,
	`last_name` text,
	`birth_name` text,
	`pronunciation` text,
	`sex` text,
	`birth_date` text,
	`nationality` text,
	`residence_title` text,
	`residence_until` text,
	`work_access` text,
	`languages` text NOT NULL,
	`interpreter_needed` text,
	`address_extra` text,
	`street` text,
	`postcode` text,
	`city` text,
	`phones` text NOT NULL,
	`email` text,
	`preferred_contact` text,
	`do_not_call` integer NOT NULL,
	`adults` integer,
	`child_birth_years` text NOT NULL,
	`single_parent` text,
	`school_degree` text,
	`vocational_degree` text,
	`employment` text,
	`unemployed_since` text,
	`benefit` text,
	`driving_licence` text,
	`disability` text,
	`first_contact` text,
	`remarks` text,
	`borrower_id` text,
	`merged_into` text,
	`formerly` text NOT NULL,
	`sort_name` text NOT NULL,
	`folded_name` text NOT NULL,
	`number_value` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_sort` ON `person` (`removed_at`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `person_folded` ON `person` (`folded_name`);--> statement-breakpoint
CREATE INDEX `person_number` ON `person` (`removed_at`,`number`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `person_number_value` ON `person` (`number_value`);--> statement-breakpoint
CREATE INDEX `person_updated` ON `person` (`updated_at`);--> statement-breakpoint
CREATE INDEX `person_merged` ON `person` (`merged_into`);--> statement-breakpoint
CREATE TABLE `person_distinct` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`one_id` text NOT NULL,
	`other_id` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `person_merge` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`keep_id` text NOT NULL,
	`away_id` text NOT NULL,
	`by_id` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `person_merge_away` ON `person_merge` (`away_id`);--> statement-breakpoint
CREATE TABLE `person_moved` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`table_name` text NOT NULL,
	`record_id` text NOT NULL,
	`origin_id` text NOT NULL,
	`place` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `case_access` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`what` text NOT NULL,
	`case_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_access_case` ON `case_access` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `case_file` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`number` text NOT NULL,
	`person_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`deputy_ids` text NOT NULL,
	`opened_on` text NOT NULL,
	`programme` text,
	`source` text,
	`concern` text,
	`status` text NOT NULL,
	`number_value` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_person` ON `case_file` (`person_id`);--> statement-breakpoint
CREATE INDEX `case_owner` ON `case_file` (`owner_id`);--> statement-breakpoint
CREATE INDEX `case_number` ON `case_file` (`number`);--> statement-breakpoint
CREATE INDEX `case_number_value` ON `case_file` (`number_value`);--> statement-breakpoint
CREATE TABLE `contact` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`case_id` text NOT NULL,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	`duration` integer NOT NULL,
	`kind` text NOT NULL,
	`topics` text NOT NULL,
	`text` text NOT NULL,
	`next_step` text,
	`next_step_due` text,
	`private_note` text
);
--> statement-breakpoint
CREATE INDEX `contact_case` ON `contact` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `todo` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`subject` text NOT NULL,
	`due` text,
	`owner_id` text NOT NULL,
	`case_id` text,
	`done_at` integer
);
--> statement-breakpoint
CREATE INDEX `todo_owner` ON `todo` (`owner_id`,`done_at`);--> statement-breakpoint
CREATE INDEX `todo_case` ON `todo` (`case_id`);--> statement-breakpoint
CREATE TABLE `appointment` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`person_ids` text NOT NULL,
	`case_id` text,
	`counsellor_ids` text NOT NULL,
	`room_id` text,
	`place` text,
	`day` text NOT NULL,
	`from_time` text NOT NULL,
	`until_time` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`reason` text,
	`state` text NOT NULL,
	`series_id` text,
	`despite` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `appointment_day` ON `appointment` (`day`,`from_time`);--> statement-breakpoint
CREATE INDEX `appointment_case` ON `appointment` (`case_id`);--> statement-breakpoint
CREATE INDEX `appointment_series` ON `appointment` (`series_id`);--> statement-breakpoint
CREATE INDEX `appointment_state` ON `appointment` (`state`,`day`);--> statement-breakpoint
CREATE TABLE `waiting` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`person_id` text NOT NULL,
	`counsellor_ids` text NOT NULL,
	`kind` text NOT NULL,
	`minutes` integer NOT NULL,
	`weekdays` text NOT NULL,
	`part_of_day` text NOT NULL,
	`until` text,
	`is_urgent` integer NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `waiting_person` ON `waiting` (`person_id`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(words, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii', detail='none');
