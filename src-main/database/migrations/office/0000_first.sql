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
CREATE INDEX `change_erased` ON `change` (`table_name`,`record_id`) WHERE kind = 'erase';--> statement-breakpoint
CREATE INDEX `change_waiting` ON `change` (`position`) WHERE segment IS NULL;--> statement-breakpoint
CREATE TABLE `decision` (
	`table_name` text NOT NULL,
	`record_id` text NOT NULL,
	`field` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`table_name`, `record_id`, `field`)
);
--> statement-breakpoint
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
	`sent` integer NOT NULL,
	`changes` integer NOT NULL,
	`bytes` blob
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
	`record_id` text NOT NULL,
	`words` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entry_record` ON `search_entry` (`table_name`,`record_id`);--> statement-breakpoint
CREATE TABLE `opening_hours` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`week` text NOT NULL,
	`state` text NOT NULL,
	`closures` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `site_profile` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text NOT NULL,
	`organisation` text NOT NULL,
	`street` text,
	`postcode` text,
	`city` text,
	`phone` text,
	`lock_after_minutes` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `device_status` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`seen_at` integer NOT NULL,
	`app_version` text NOT NULL,
	`vaults` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `access_event` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`sealed` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `access_event_at` ON `access_event` (`at`);--> statement-breakpoint
CREATE TABLE `backup_report` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`what` text NOT NULL,
	`is_fine` integer NOT NULL,
	`seconds` integer NOT NULL,
	`vaults` text NOT NULL,
	`files` integer NOT NULL,
	`damaged` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `backup_report_at` ON `backup_report` (`at`);--> statement-breakpoint
CREATE TABLE `room` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text NOT NULL,
	`capacity` integer,
	`note` text,
	`for_counselling` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `partner` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`address_extra` text,
	`street` text,
	`postcode` text,
	`city` text,
	`phone` text,
	`email` text,
	`website` text,
	`contacts` text NOT NULL,
	`opening` text,
	`note` text,
	`is_retired` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `offer` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	`translations` text NOT NULL,
	`is_public` integer NOT NULL,
	`leaders` text NOT NULL,
	`helpers_wanted` integer NOT NULL,
	`room_id` text,
	`place` text,
	`capacity` integer,
	`colour` text NOT NULL,
	`series` text NOT NULL,
	`times` text NOT NULL,
	`skips_closed_days` integer NOT NULL,
	`continues` text,
	`despite` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `session_change` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`offer_id` text NOT NULL,
	`rule_day` text NOT NULL,
	`is_cancelled` integer NOT NULL,
	`note` text,
	`day` text,
	`times` text,
	`room_id` text,
	`leaders` text
);
--> statement-breakpoint
CREATE INDEX `session_change_rule_day` ON `session_change` (`rule_day`);--> statement-breakpoint
CREATE INDEX `session_change_offer` ON `session_change` (`offer_id`,`rule_day`);--> statement-breakpoint
CREATE TABLE `session_helper` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`offer_id` text NOT NULL,
	`rule_day` text NOT NULL,
	`member_id` text NOT NULL,
	`helps` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `session_helper_rule_day` ON `session_helper` (`rule_day`);--> statement-breakpoint
CREATE INDEX `session_helper_offer` ON `session_helper` (`offer_id`,`rule_day`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`offer_id` text NOT NULL,
	`rule_day` text NOT NULL,
	`name` text,
	`via` text NOT NULL,
	`line` integer
);
--> statement-breakpoint
CREATE INDEX `attendance_session` ON `attendance` (`offer_id`,`rule_day`);--> statement-breakpoint
CREATE INDEX `attendance_day` ON `attendance` (`rule_day`);--> statement-breakpoint
CREATE TABLE `duty` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`day` text NOT NULL,
	`kind` text NOT NULL,
	`member_id` text NOT NULL,
	`is_on` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `duty_day` ON `duty` (`day`);--> statement-breakpoint
CREATE TABLE `absence` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`member_id` text NOT NULL,
	`from_day` text NOT NULL,
	`until_day` text NOT NULL,
	`note` text
);
--> statement-breakpoint
CREATE INDEX `absence_until` ON `absence` (`until_day`);--> statement-breakpoint
CREATE INDEX `absence_member` ON `absence` (`member_id`);--> statement-breakpoint
CREATE TABLE `busy` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`counsellor_ids` text NOT NULL,
	`room_id` text,
	`day` text NOT NULL,
	`from_time` text NOT NULL,
	`until_time` text NOT NULL,
	`despite` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `busy_day` ON `busy` (`day`);--> statement-breakpoint
CREATE TABLE `funder_programme` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text NOT NULL,
	`regime` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text,
	`grant_notice_on` text,
	`keep_until` text
);
--> statement-breakpoint
CREATE TABLE `funder_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`programme_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`questionnaire_minutes` integer NOT NULL,
	`exit_within_days` integer NOT NULL,
	`follow_up_months` integer NOT NULL,
	`follow_up_within_days` integer NOT NULL,
	`long_term_months` integer NOT NULL,
	`long_term_months_young` integer NOT NULL,
	`young_under` integer NOT NULL,
	`long_term_from_limit_on` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `funder_terms_programme` ON `funder_terms` (`programme_id`);--> statement-breakpoint
CREATE TABLE `retention_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`case_months` integer NOT NULL,
	`person_months` integer NOT NULL,
	`borrower_months` integer NOT NULL,
	`visitor_months` integer NOT NULL
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(words, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii', detail='none');
