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
CREATE TABLE `business` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text NOT NULL,
	`legal_form` text,
	`branch` text,
	`founded` text,
	`employees` integer,
	`website` text,
	`phone` text,
	`email` text,
	`remarks` text,
	`main_site_id` text,
	`main_contact_id` text,
	`sort_name` text NOT NULL,
	`name_key` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `business_sort` ON `business` (`removed_at`,`sort_name`,`id`);--> statement-breakpoint
CREATE INDEX `business_key` ON `business` (`name_key`);--> statement-breakpoint
CREATE TABLE `business_contact` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`business_id` text NOT NULL,
	`name` text NOT NULL,
	`role` text,
	`phone` text,
	`email` text,
	`person_id` text
);
--> statement-breakpoint
CREATE INDEX `business_contact_business` ON `business_contact` (`business_id`);--> statement-breakpoint
CREATE INDEX `business_contact_person` ON `business_contact` (`person_id`);--> statement-breakpoint
CREATE TABLE `business_site` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`business_id` text NOT NULL,
	`name` text NOT NULL,
	`address_extra` text,
	`street` text,
	`postcode` text,
	`city` text
);
--> statement-breakpoint
CREATE INDEX `business_site_business` ON `business_site` (`business_id`);--> statement-breakpoint
CREATE TABLE `case_access` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`what` text NOT NULL,
	`case_id` text NOT NULL,
	`form` text,
	`blackened` integer
);
--> statement-breakpoint
CREATE INDEX `case_access_case` ON `case_access` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `case_closing` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`case_id` text NOT NULL,
	`closed_on` text NOT NULL,
	`reason` text NOT NULL,
	`reason_words` text,
	`outcome` text NOT NULL,
	`outcome_words` text,
	`summary` text NOT NULL,
	`missing_because` text,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_closing_case` ON `case_closing` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_file` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`number` text NOT NULL,
	`person_id` text,
	`business_id` text,
	`owner_id` text NOT NULL,
	`deputy_ids` text NOT NULL,
	`opened_on` text NOT NULL,
	`programme_id` text,
	`source` text,
	`concern` text,
	`status` text NOT NULL,
	`number_value` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_person` ON `case_file` (`person_id`);--> statement-breakpoint
CREATE INDEX `case_business` ON `case_file` (`business_id`);--> statement-breakpoint
CREATE INDEX `case_owner` ON `case_file` (`owner_id`);--> statement-breakpoint
CREATE INDEX `case_number` ON `case_file` (`number`);--> statement-breakpoint
CREATE INDEX `case_number_value` ON `case_file` (`number_value`);--> statement-breakpoint
CREATE TABLE `case_reopening` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`case_id` text NOT NULL,
	`reopened_on` text NOT NULL,
	`reason` text NOT NULL,
	`closing_ids` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_reopening_case` ON `case_reopening` (`case_id`);--> statement-breakpoint
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
CREATE TABLE `goal` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`case_id` text NOT NULL,
	`theme` text NOT NULL,
	`text` text NOT NULL,
	`indicator` text,
	`target_on` text,
	`agreed_on` text,
	`balance` text,
	`balance_words` text,
	`balanced_at` integer
);
--> statement-breakpoint
CREATE INDEX `goal_case` ON `goal` (`case_id`);--> statement-breakpoint
CREATE TABLE `goal_action` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`goal_id` text NOT NULL,
	`text` text NOT NULL,
	`doer` text NOT NULL,
	`member_id` text,
	`third_party` text,
	`due` text,
	`state` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `goal_action_goal` ON `goal_action` (`goal_id`);--> statement-breakpoint
CREATE INDEX `goal_action_member` ON `goal_action` (`member_id`,`state`);--> statement-breakpoint
CREATE TABLE `situation` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`case_id` text NOT NULL,
	`area` text NOT NULL,
	`moment` text NOT NULL,
	`rating` text,
	`resources` text NOT NULL,
	`obstacles` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `situation_case` ON `situation` (`case_id`);--> statement-breakpoint
CREATE TABLE `document` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`case_id` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`tags` text NOT NULL,
	`date` text,
	`note` text,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`added_by` text NOT NULL,
	`blob` text NOT NULL,
	`content_key` text NOT NULL,
	`fingerprint` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `document_case` ON `document` (`case_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `document_removed` ON `document` (`removed_at`);--> statement-breakpoint
CREATE TABLE `consent` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`person_id` text,
	`business_id` text,
	`purpose` text NOT NULL,
	`decision` text NOT NULL,
	`decided_on` text NOT NULL,
	`text_version` text NOT NULL,
	`language` text NOT NULL,
	`form` text NOT NULL,
	`evidence` text,
	`withdrawn_on` text
);
--> statement-breakpoint
CREATE INDEX `consent_person` ON `consent` (`person_id`);--> statement-breakpoint
CREATE INDEX `consent_business` ON `consent` (`business_id`);--> statement-breakpoint
CREATE TABLE `confidentiality_release` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`case_id` text NOT NULL,
	`recipient` text NOT NULL,
	`topics` text NOT NULL,
	`purpose` text NOT NULL,
	`given_on` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`text_version` text NOT NULL,
	`language` text NOT NULL,
	`form` text NOT NULL,
	`evidence` text,
	`withdrawn_on` text
);
--> statement-breakpoint
CREATE INDEX `release_case` ON `confidentiality_release` (`case_id`);--> statement-breakpoint
CREATE TABLE `referral` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`case_id` text NOT NULL,
	`author_id` text NOT NULL,
	`recipient` text NOT NULL,
	`reason` text NOT NULL,
	`topics` text NOT NULL,
	`prepared_on` text NOT NULL,
	`way` text,
	`sent_on` text,
	`reply_due_on` text,
	`answered_on` text,
	`reply_text` text NOT NULL,
	`outcome` text,
	`cancelled_on` text,
	`cancel_reason` text,
	`override` text
);
--> statement-breakpoint
CREATE INDEX `referral_case` ON `referral` (`case_id`);--> statement-breakpoint
CREATE TABLE `letter` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`case_id` text NOT NULL,
	`author_id` text NOT NULL,
	`address` text NOT NULL,
	`day` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`final` text
);
--> statement-breakpoint
CREATE INDEX `letter_case` ON `letter` (`case_id`);--> statement-breakpoint
CREATE TABLE `template` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text,
	`body` text NOT NULL,
	`is_retired` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `application` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`case_id` text NOT NULL,
	`employer` text NOT NULL,
	`position` text,
	`channel` text,
	`found_through` text,
	`sent_on` text,
	`reply` text NOT NULL,
	`replied_on` text,
	`interviews_on` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`next_step` text,
	`next_step_due` text
);
--> statement-breakpoint
CREATE INDEX `application_case` ON `application` (`case_id`);--> statement-breakpoint
CREATE TABLE `appointment` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`person_ids` text NOT NULL,
	`business_id` text,
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
CREATE TABLE `funder_event` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`participation_id` text NOT NULL,
	`what` text NOT NULL,
	`part` text NOT NULL,
	`reason` text,
	`answers` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `funder_event_participation` ON `funder_event` (`participation_id`,`at`);--> statement-breakpoint
CREATE TABLE `funder_participation` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`person_id` text NOT NULL,
	`programme_id` text NOT NULL,
	`reentered_on` text,
	`entry_done_on` text,
	`exit_done_on` text,
	`follow_up_done_on` text,
	`entry_on` text,
	`sex` text,
	`birth_date` text,
	`nationality` text,
	`employment` text,
	`benefit` text,
	`unemployed_since` text,
	`in_education` text,
	`school_degree` text,
	`vocational_degree` text,
	`comparable_level` text,
	`jobless_household` text,
	`dependent_children` text,
	`single_adult` text,
	`rural` text,
	`consent_origin` text,
	`born_abroad` text,
	`parents_born_abroad` text,
	`minority` text,
	`consent_health` text,
	`disability` text,
	`consent_situation` text,
	`homeless` text,
	`other_disadvantage` text,
	`exit_on` text,
	`exit_employment` text,
	`exit_job_search` text,
	`exit_in_education` text,
	`exit_qualification` text,
	`follow_up_on` text,
	`follow_up_employment` text,
	`follow_up_better_position` text
);
--> statement-breakpoint
CREATE INDEX `participation_person` ON `funder_participation` (`person_id`);--> statement-breakpoint
CREATE INDEX `participation_programme` ON `funder_participation` (`programme_id`);--> statement-breakpoint
CREATE TABLE `erasure` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`reason` text NOT NULL,
	`counts` text NOT NULL,
	`heads` integer NOT NULL,
	`traces` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `erasure_exclusion` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`person_id` text NOT NULL,
	`until` text NOT NULL,
	`reason` text NOT NULL,
	`by_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `erasure_exclusion_person` ON `erasure_exclusion` (`person_id`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(words, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii', detail='none');
