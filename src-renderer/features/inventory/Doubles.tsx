import { Alert } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTexts } from '#renderer/i18n/texts.ts';
import { api } from '#renderer/rpc/api.ts';
import classes from './Inventory.module.css';
import { texts } from './texts.ts';

/** Numbers that two PCs gave while apart, and what to do. Nothing at all when there are none. */
export function Doubles() {
	const t = useTexts(texts);
	const doubles = useQuery(api.inventory.doubles.queryOptions());
	if (!doubles.data?.length) return null;
	return (
		<Alert
			color="clay"
			icon={<IconCopy aria-hidden />}
			title={t.doublesTitle}
			mah="11rem"
			style={{ overflow: 'auto', flex: 'none' }}
		>
			{t.doublesWords}
			<ul className={classes.doubles}>
				{doubles.data.map(({ number, items }) => (
					<li key={number}>
						{number}:{' '}
						{items.map((item, index) => (
							<Fragment key={item.id}>
								{index > 0 && ' · '}
								<Link to="/inventar/$id" params={{ id: item.id }}>
									{[item.name, item.maker, item.type].filter(Boolean).join(' ')}
								</Link>
							</Fragment>
						))}
					</li>
				))}
			</ul>
		</Alert>
	);
}
