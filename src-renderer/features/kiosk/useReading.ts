import { useEffect, useState } from 'react';

/**
 * Reading aloud by a voice of this PC. One that reads on somebody's server would tell it what is read here, so only local
 * voices count; where the language has none, there is nothing to press.
 */
export function useReading(tag: string): { readonly isReading: boolean; readonly toggle: (text: string) => void } | null {
	const [voices, setVoices] = useState(() => localVoices());
	const [isReading, setReading] = useState(false);
	useEffect(() => {
		if (!('speechSynthesis' in window)) return;
		const onVoices = () => setVoices(localVoices());
		speechSynthesis.addEventListener('voiceschanged', onVoices);
		return () => {
			speechSynthesis.removeEventListener('voiceschanged', onVoices);
			speechSynthesis.cancel();
		};
	}, []);
	const language = tag.slice(0, 2);
	const voice = voices.find(({ lang }) => lang.toLowerCase().split(/[-_]/)[0] === language);
	if (voice === undefined) return null;
	return {
		isReading,
		toggle(text) {
			speechSynthesis.cancel();
			if (isReading) return setReading(false);
			const words = new SpeechSynthesisUtterance(text);
			words.voice = voice;
			words.lang = voice.lang;
			words.rate = 0.9;
			words.onend = () => setReading(false);
			words.onerror = () => setReading(false);
			setReading(true);
			speechSynthesis.speak(words);
		},
	};
}

const localVoices = () =>
	'speechSynthesis' in window ? speechSynthesis.getVoices().filter(({ localService }) => localService) : [];
