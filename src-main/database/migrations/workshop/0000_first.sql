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
CREATE TABLE `item` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`number` text NOT NULL,
	`number_value` integer NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`maker` text,
	`type` text,
	`category` text,
	`serial` text,
	`location` text,
	`condition` text,
	`bought_on` text,
	`price_cents` integer,
	`deposit_cents` integer,
	`loan_days` integer,
	`in_house_only` integer NOT NULL,
	`tested_until` text,
	`accessories` text NOT NULL,
	`parts` text NOT NULL,
	`remarks` text,
	`state` text NOT NULL,
	`state_reason` text,
	`state_damage_id` text
);
--> statement-breakpoint
CREATE INDEX `item_number` ON `item` (`number`);--> statement-breakpoint
CREATE INDEX `item_name` ON `item` (`name_key`);--> statement-breakpoint
CREATE INDEX `item_category` ON `item` (`category`);--> statement-breakpoint
CREATE INDEX `item_location` ON `item` (`location`);--> statement-breakpoint
CREATE INDEX `item_kit` ON `item` (`id`) WHERE parts <> '[]';--> statement-breakpoint
CREATE TABLE `item_photo` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`item_id` text NOT NULL,
	`photo` text
);
--> statement-breakpoint
CREATE INDEX `item_photo_item` ON `item_photo` (`item_id`,`at`);--> statement-breakpoint
CREATE TABLE `borrower` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`number` text NOT NULL,
	`number_value` integer NOT NULL,
	`first_name` text,
	`last_name` text NOT NULL,
	`name_key` text NOT NULL,
	`folded_name` text NOT NULL,
	`street` text,
	`postcode` text,
	`city` text,
	`phone` text,
	`email` text,
	`id_seen_on` text,
	`house_rules_on` text,
	`most_items` integer,
	`remarks` text,
	`blocked_reason` text
);
--> statement-breakpoint
CREATE INDEX `borrower_number` ON `borrower` (`number`);--> statement-breakpoint
CREATE INDEX `borrower_name` ON `borrower` (`name_key`);--> statement-breakpoint
CREATE INDEX `borrower_folded` ON `borrower` (`folded_name`);--> statement-breakpoint
CREATE TABLE `deposit_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`loan_id` text NOT NULL,
	`what` text NOT NULL,
	`cents` integer NOT NULL,
	`receipt` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deposit_entry_loan` ON `deposit_entry` (`loan_id`,`cents`);--> statement-breakpoint
CREATE TABLE `lending_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`loan_days` integer NOT NULL,
	`most_items` integer NOT NULL,
	`hold_days` integer NOT NULL,
	`liability_text` text NOT NULL,
	`house_rules_text` text NOT NULL,
	`reminder_text` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `loan` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`number` text NOT NULL,
	`number_value` integer NOT NULL,
	`borrower_id` text NOT NULL,
	`kind` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_by` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `loan_number` ON `loan` (`number`);--> statement-breakpoint
CREATE INDEX `loan_number_value` ON `loan` (`number_value`);--> statement-breakpoint
CREATE INDEX `loan_borrower` ON `loan` (`borrower_id`);--> statement-breakpoint
CREATE INDEX `loan_issued` ON `loan` (`issued_at`,`removed_at`,`id`);--> statement-breakpoint
CREATE INDEX `loan_figures` ON `loan` (`id`,`removed_at`,`issued_at`,`kind`,`borrower_id`);--> statement-breakpoint
CREATE TABLE `loan_line` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`loan_id` text NOT NULL,
	`item_id` text NOT NULL,
	`kit_id` text,
	`due_on` text NOT NULL,
	`extended` integer NOT NULL,
	`accessories_out` text NOT NULL,
	`condition_out` text,
	`returned_at` integer,
	`returned_by` text,
	`accessories_in` text NOT NULL,
	`condition_in` text,
	`is_double` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `loan_line_loan` ON `loan_line` (`loan_id`,`removed_at`,`returned_at`,`due_on`);--> statement-breakpoint
CREATE INDEX `loan_line_item` ON `loan_line` (`item_id`,`returned_at`);--> statement-breakpoint
CREATE INDEX `loan_line_figures` ON `loan_line` (`returned_at`,`removed_at`,`is_double`,`loan_id`,`item_id`,`kit_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `loan_line_out` ON `loan_line` (`item_id`,`due_on`) WHERE returned_at IS NULL AND removed_at IS NULL;--> statement-breakpoint
CREATE TABLE `reminder` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`borrower_id` text NOT NULL,
	`line_ids` text NOT NULL,
	`way` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reminder_borrower` ON `reminder` (`borrower_id`,`at`);--> statement-breakpoint
CREATE TABLE `hold` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`borrower_id` text NOT NULL,
	`item_id` text NOT NULL,
	`state` text NOT NULL,
	`ended_on` text
);
--> statement-breakpoint
CREATE INDEX `hold_item` ON `hold` (`item_id`);--> statement-breakpoint
CREATE INDEX `hold_borrower` ON `hold` (`borrower_id`);--> statement-breakpoint
CREATE TABLE `reservation` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`borrower_id` text NOT NULL,
	`item_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text NOT NULL,
	`note` text,
	`reason` text,
	`state` text NOT NULL,
	`loan_id` text,
	`cancel_note` text,
	`despite` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reservation_item` ON `reservation` (`item_id`,`until_on`);--> statement-breakpoint
CREATE INDEX `reservation_borrower` ON `reservation` (`borrower_id`);--> statement-breakpoint
CREATE TABLE `damage` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`item_id` text NOT NULL,
	`kind` text NOT NULL,
	`description` text NOT NULL,
	`accessories` text NOT NULL,
	`unusable` integer NOT NULL,
	`found_on` text NOT NULL,
	`loan_id` text,
	`line_id` text,
	`cost_cents` integer,
	`charged_cents` integer,
	`paid_on` text,
	`notes` text,
	`stage` text NOT NULL,
	`closed_on` text
);
--> statement-breakpoint
CREATE INDEX `damage_item` ON `damage` (`item_id`);--> statement-breakpoint
CREATE INDEX `damage_loan` ON `damage` (`loan_id`);--> statement-breakpoint
CREATE INDEX `damage_stage` ON `damage` (`stage`);--> statement-breakpoint
CREATE TABLE `item_manual` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`item_id` text NOT NULL,
	`pdf` text
);
--> statement-breakpoint
CREATE INDEX `item_manual_item` ON `item_manual` (`item_id`,`at`);--> statement-breakpoint
CREATE TABLE `stocktake` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text NOT NULL,
	`location` text,
	`category` text,
	`started_by` text NOT NULL,
	`finished_at` integer,
	`finished_by` text,
	`protocol` text
);
--> statement-breakpoint
CREATE TABLE `stocktake_action` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`stocktake_id` text NOT NULL,
	`item_id` text,
	`code` text,
	`finding` text NOT NULL,
	`action` text NOT NULL,
	`before` text,
	`undoes` text
);
--> statement-breakpoint
CREATE INDEX `stocktake_action_of` ON `stocktake_action` (`stocktake_id`);--> statement-breakpoint
CREATE TABLE `stocktake_scan` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`stocktake_id` text NOT NULL,
	`code` text NOT NULL,
	`item_id` text,
	`shelf` text
);
--> statement-breakpoint
CREATE INDEX `stocktake_scan_of` ON `stocktake_scan` (`stocktake_id`,`item_id`,`code`);--> statement-breakpoint
CREATE INDEX `stocktake_scan_last` ON `stocktake_scan` (`stocktake_id`,`at`);--> statement-breakpoint
CREATE INDEX `stocktake_scan_by` ON `stocktake_scan` (`stocktake_id`,`member`,`at`);--> statement-breakpoint
CREATE TABLE `repair` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`day` text NOT NULL,
	`arrived_at` integer NOT NULL,
	`letter` text NOT NULL,
	`count` integer NOT NULL,
	`item` text NOT NULL,
	`category` text,
	`power` text NOT NULL,
	`brand` text,
	`year_of_manufacture` integer,
	`problem` text NOT NULL,
	`waiver_id` text,
	`is_self_help` integer NOT NULL,
	`follow_up_of` text,
	`diagnosis` text,
	`parts` text NOT NULL,
	`materials` text,
	`donation_cents` integer,
	`electrical_test` text,
	`standing` text NOT NULL,
	`stage` text NOT NULL,
	`result` text,
	`barrier` text,
	`is_done` integer NOT NULL,
	`done_on` text,
	`item_key` text NOT NULL,
	`is_unsafe` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `repair_day` ON `repair` (`day`,`letter`,`count`);--> statement-breakpoint
CREATE INDEX `repair_done` ON `repair` (`is_done`,`done_on`);--> statement-breakpoint
CREATE INDEX `repair_follow_up` ON `repair` (`follow_up_of`);--> statement-breakpoint
CREATE INDEX `repair_item` ON `repair` (`item_key`);--> statement-breakpoint
CREATE TABLE `repair_helper` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`repair_id` text NOT NULL,
	`member_id` text NOT NULL,
	`helps` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `repair_helper_repair` ON `repair_helper` (`repair_id`);--> statement-breakpoint
CREATE TABLE `repair_loan` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`repair_id` text NOT NULL,
	`loan_id` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `repair_loan_repair` ON `repair_loan` (`repair_id`);--> statement-breakpoint
CREATE TABLE `repair_visitor` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`visitor_name` text,
	`borrower_id` text
);
--> statement-breakpoint
CREATE INDEX `repair_visitor_borrower` ON `repair_visitor` (`borrower_id`);--> statement-breakpoint
CREATE TABLE `waiver_text` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `imported_repair` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`reference` text NOT NULL,
	`provider` text NOT NULL,
	`country` text NOT NULL,
	`partner_category` text NOT NULL,
	`category` integer NOT NULL,
	`brand` text,
	`year_of_manufacture` integer,
	`age` real,
	`result` text NOT NULL,
	`barrier` text,
	`group` text NOT NULL,
	`day` text NOT NULL,
	`problem` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `imported_repair_day` ON `imported_repair` (`day`);--> statement-breakpoint
CREATE TABLE `open_repair_settings` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`provider` text NOT NULL,
	`country` text NOT NULL,
	`group` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`member` text NOT NULL,
	`device` text NOT NULL,
	`kiosk` text NOT NULL,
	`seq` integer NOT NULL,
	`direction` text NOT NULL,
	`offer_id` text,
	`rule_day` text,
	`by` text NOT NULL,
	`language` text NOT NULL,
	`age_band` text,
	`sex` text,
	`said_at` integer NOT NULL,
	`heard_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sign_in_said` ON `sign_in` (`said_at`);--> statement-breakpoint
CREATE INDEX `sign_in_at` ON `sign_in` (`at`);--> statement-breakpoint
CREATE TABLE `sign_in_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`kept_weeks` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sign_in_visitor` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	`name` text,
	`card` text,
	`borrower_id` text,
	`left_at` integer
);
--> statement-breakpoint
CREATE INDEX `sign_in_visitor_created` ON `sign_in_visitor` (`created_at`);--> statement-breakpoint
CREATE TABLE `borrower_erasure` (
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
CREATE VIRTUAL TABLE `search_index` USING fts5(words, content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii', detail='none');
