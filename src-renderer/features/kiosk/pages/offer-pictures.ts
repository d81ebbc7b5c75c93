import {
	IconBucket,
	IconCoffee,
	IconHeart,
	IconMessages,
	IconNeedleThread,
	IconPlant2,
	type IconProps,
	IconSchool,
	IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { OfferKind } from '#shared/features/offers/model.ts';

/** What somebody recognises who cannot read the name. The colour is for the eye; it says nothing that the picture does not. */
export const OFFER_PICTURES: Readonly<
	Record<OfferKind, readonly [ComponentType<IconProps>, 'petrol' | 'clay' | 'moss' | 'brick']>
> = {
	workshop: [IconNeedleThread, 'brick'],
	group: [IconUsersGroup, 'petrol'],
	course: [IconSchool, 'petrol'],
	cafe: [IconCoffee, 'clay'],
	consultation: [IconMessages, 'petrol'],
	garden: [IconPlant2, 'moss'],
	cleanup: [IconBucket, 'moss'],
	other: [IconHeart, 'brick'],
};
