import { IconFile, IconFileText, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { previewOf } from '#shared/features/documents/model.ts';

const ICONS = { image: IconPhoto, pdf: IconFileTypePdf, text: IconFileText, none: IconFile };

/** A picture of the type of file; its words stand beside it. */
export function DocumentMark({ mediaType, size = 24 }: { mediaType: string; size?: number }) {
	const Icon = ICONS[previewOf(mediaType) ?? 'none'];
	return <Icon size={size} stroke={1.5} aria-hidden />;
}
