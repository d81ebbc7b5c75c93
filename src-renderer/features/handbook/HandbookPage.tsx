import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '#renderer/i18n/texts.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import classes from './HandbookPage.module.css';
import { type Block, isPage, loadPage, PAGES } from './pages.ts';
import { texts } from './texts.ts';

/** The German handbook; F1 opens the page that fits the screen. */
export function HandbookPage() {
	const t = useTexts(texts);
	const { page } = useParams({ from: '/handbuch/$page' });
	const blocks = useQuery({ queryKey: ['handbook', page], queryFn: () => (isPage(page) ? loadPage(page) : null) });
	return (
		<Page>
			<PageHeader above={t.title} title={isPage(page) ? t.names[page] : t.title} />
			<div className={classes.columns}>
				<nav aria-label={t.pages} className={classes.contents}>
					<ul>
						{PAGES.map((name) => (
							<li key={name}>
								<Link
									to="/handbuch/$page"
									params={{ page: name }}
									className={classes.link ?? ''}
									activeProps={{ 'data-active': true, 'aria-current': 'page' }}
								>
									{t.names[name]}
								</Link>
							</li>
						))}
					</ul>
				</nav>
				<article className={classes.text} lang="de">
					{blocks.isPending && <Skeleton height={240} />}
					{blocks.data === null && <p>{t.missing}</p>}
					{blocks.data?.map((block, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: the text of a page never changes while it is shown
						<BlockView key={index} block={block} />
					))}
				</article>
			</div>
		</Page>
	);
}

function BlockView({ block }: { block: Block }) {
	switch (block.kind) {
		case 'heading':
			return <h2>{block.text}</h2>;
		case 'paragraph':
			return <p>{block.text}</p>;
		case 'list':
			return <ul>{itemsOf(block.items)}</ul>;
		case 'steps':
			return <ol>{itemsOf(block.items)}</ol>;
	}
}

function itemsOf(items: readonly string[]) {
	return items.map((item) => <li key={item}>{item}</li>);
}
