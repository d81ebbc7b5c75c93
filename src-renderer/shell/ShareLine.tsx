import { IconAlertTriangleFilled, IconCircleCheck, IconCloudUp, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import { shareLineOf } from '#renderer/shell/share-words.ts';
import { useNow } from '#renderer/ui/useNow.ts';
import classes from './ShareLine.module.css';
import { texts } from './texts.ts';

const ICONS = { none: IconPlugConnectedX, saved: IconCircleCheck, waiting: IconCloudUp, attention: IconAlertTriangleFilled };

/** Is what we typed safe? One line, never rosier than the truth. */
export function ShareLine() {
	const t = useTexts(texts);
	const now = useNow(20_000);
	const { data: status } = useQuery(api.share.status.queryOptions({ refetchInterval: 15_000 }));
	if (status === undefined) return null;
	const line = shareLineOf(status, t.status, now);
	const Icon = ICONS[line.tone];
	return (
		<Link to="/sicherung" className={classes.line ?? ''} data-tone={line.tone}>
			<Icon size="1.125rem" aria-hidden />
			<span>{line.text}</span>
		</Link>
	);
}
