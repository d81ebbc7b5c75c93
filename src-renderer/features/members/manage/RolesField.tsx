import { Checkbox, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Role } from '#shared/features/members/model.ts';
import { roleWords } from '../role-words.ts';

export interface RolesFieldProps {
	label: string;
	value: readonly Role[];
	onChange: (roles: Role[]) => void;
	error?: ReactNode;
	/** The dialog begins here. */
	first?: boolean;
}

/** All roles with a sentence each about what they open. */
export function RolesField({ label, value, onChange, error, first = false }: RolesFieldProps) {
	const { roles, roleDetails } = useTexts(roleWords);
	return (
		<Checkbox.Group
			label={label}
			size="md"
			error={error}
			data-wrong={error ? true : undefined}
			value={[...value]}
			onChange={(chosen) => onChange(Role.options.filter((role) => chosen.includes(role)))}
		>
			<Stack gap="sm" my="xs">
				{Role.options.map((role, index) => (
					<Checkbox
						key={role}
						value={role}
						label={roles[role]}
						description={roleDetails[role]}
						data-autofocus={(first && index === 0) || undefined}
					/>
				))}
			</Stack>
		</Checkbox.Group>
	);
}
