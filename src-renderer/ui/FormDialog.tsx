import { Alert, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { refusalCode, refusalData } from '#renderer/rpc/refusal.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { focusFirstWrong } from './focus-first-wrong.ts';
import { SaveActions } from './SaveActions.tsx';
import { Unsaved } from './Unsaved.tsx';
import { useGuardedClose } from './useGuardedClose.ts';
import { useReturnFocus } from './useReturnFocus.ts';

interface Props<Values, Saved> {
	title: string;
	/** What is entered now, and was when the dialog opened. */
	values: Values;
	initial: Values;
	/** Looked at when saving is tried: nothing is sent while something is missing. */
	isComplete: boolean;
	onTry?(): void;
	/** Whoever refuses is told here; the dialog stays. */
	save(): Promise<Saved>;
	/** Words for what is refused as INVALID. */
	invalid?: Readonly<Record<string, string>>;
	onSaved?(saved: Saved): void;
	/** Fetches again what shows it. */
	refresh(): Promise<void>;
	onClose(): void;
	saveWord?: string;
	size?: 'md' | 'lg';
	/** Beside an error: what is to be known before saving. */
	notice?: ReactNode;
	children: ReactNode;
}

/** A form in a dialog: what was typed is not lost by a slip, and what is wrong is said where it is seen. */
export function FormDialog<Values, Saved>(props: Props<Values, Saved>) {
	const {
		title,
		values,
		initial,
		isComplete,
		onTry,
		invalid,
		onSaved,
		refresh,
		onClose,
		saveWord,
		size = 'md',
		notice,
		children,
	} = props;
	const { isAsking, close } = useGuardedClose(JSON.stringify(values), JSON.stringify(initial), onClose);
	useReturnFocus();
	const save = useMutation({
		mutationFn: props.save,
		onSuccess: async (saved) => {
			onClose();
			onSaved?.(saved);
			await refresh();
		},
	});
	const submit = (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		onTry?.();
		const isUnread = event.currentTarget.querySelector('[aria-invalid="true"]') !== null;
		if (isUnread || !isComplete) focusFirstWrong(event.currentTarget);
		else save.mutate();
	};
	const what = refusalCode(save.error) === 'INVALID' ? refusalData<{ what: string }>(save.error)?.what : undefined;
	const said = what === undefined ? undefined : invalid?.[what];
	return (
		<Modal opened onClose={close} size={size} title={<strong>{title}</strong>} returnFocus={false}>
			<form
				noValidate
				onSubmit={submit}
				onKeyDown={(event) => {
					if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || save.isPending) return;
					event.preventDefault();
					event.currentTarget.requestSubmit();
				}}
				onChange={() => save.error !== null && save.reset()}
			>
				<Stack>
					{children}
					<SaveActions
						notice={
							<>
								{notice}
								{said === undefined ? (
									<ErrorNotice error={save.error} />
								) : (
									<Alert color="brick" role="alert">
										{said}
									</Alert>
								)}
								{isAsking && <Unsaved />}
							</>
						}
						word={saveWord}
						isSaving={save.isPending}
						onCancel={onClose}
					/>
				</Stack>
			</form>
		</Modal>
	);
}
