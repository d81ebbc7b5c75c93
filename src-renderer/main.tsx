import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '#renderer/ui/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { currentLanguage } from '#renderer/i18n/language.ts';
import { queryClient } from '#renderer/rpc/api.ts';
import { App } from '#renderer/shell/App.tsx';
import { applyTextSize } from '#renderer/shell/text-size.ts';
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts';

document.documentElement.lang = currentLanguage();
applyTextSize();

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');
createRoot(container).render(
	<StrictMode>
		<QueryClientProvider client={queryClient}>
			<MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
				<Notifications position="bottom-right" limit={4} />
				<App />
			</MantineProvider>
		</QueryClientProvider>
	</StrictMode>,
);
