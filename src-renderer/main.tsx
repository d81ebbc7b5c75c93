import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '#renderer/ui/base.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '#renderer/rpc/api.ts';
import { client } from '#renderer/rpc/client.ts';
import { loadPreferences } from '#renderer/rpc/preferences.ts';
import { App } from '#renderer/shell/App.tsx';
import { colorSchemeManager, followPreferences } from '#renderer/shell/appearance.ts';
import { cssVariablesResolver, theme } from '#renderer/ui/theme.ts';
import { MOST_TOASTS } from '#renderer/ui/undo-toast.tsx';

/** A backend that does not answer must not leave the window empty: after this long the screen starts as it is. */
const PATIENCE_MS = 2000;

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');
// Before anything is painted: no flash of the wrong scheme, language or size.
await Promise.race([loadPreferences(client.site), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
followPreferences();
createRoot(container).render(
	<StrictMode>
		<QueryClientProvider client={queryClient}>
			<MantineProvider
				theme={theme}
				cssVariablesResolver={cssVariablesResolver}
				colorSchemeManager={colorSchemeManager()}
				defaultColorScheme="auto"
			>
				<Notifications position="bottom-left" limit={MOST_TOASTS} pauseResetOnHover="notification" />
				<App />
			</MantineProvider>
		</QueryClientProvider>
	</StrictMode>,
);
