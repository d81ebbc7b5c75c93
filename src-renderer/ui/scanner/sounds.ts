/**
 * Three answers to tell apart with the eyes on the shelf: by rhythm and pitch, not by loudness. Made on the spot, so that
 * there is no file to load.
 */
export type Sound = 'good' | 'blocked' | 'unknown';

/** Frequency in Hz, from and for how long in seconds. */
type Tone = readonly [hertz: number, from: number, length: number];

const MELODIES: Record<Sound | 'known', readonly Tone[]> = {
	// One short one: nothing new.
	known: [[587, 0, 0.07]],
	// Up, short: go on.
	good: [
		[784, 0, 0.07],
		[1175, 0.08, 0.11],
	],
	// One long low one: stop.
	blocked: [[185, 0, 0.5]],
	// Three of the same: who is it?
	unknown: [
		[440, 0, 0.08],
		[440, 0.16, 0.08],
		[440, 0.32, 0.08],
	],
};
const LOUDNESS = 0.12;

let context: AudioContext | null = null;

/** `known`: has been scanned before, go on. */
export function play(sound: Sound | 'known'): void {
	try {
		context ??= new AudioContext();
		void context.resume();
		const { currentTime: now } = context;
		for (const [hertz, from, length] of MELODIES[sound]) {
			const tone = context.createOscillator();
			const volume = context.createGain();
			tone.type = sound === 'blocked' ? 'sawtooth' : 'triangle';
			tone.frequency.value = hertz;
			// Swelling in and out: without it every tone clicks.
			volume.gain.setValueAtTime(0, now + from);
			volume.gain.linearRampToValueAtTime(LOUDNESS, now + from + 0.01);
			volume.gain.setValueAtTime(LOUDNESS, now + from + length - 0.02);
			volume.gain.linearRampToValueAtTime(0, now + from + length);
			tone.connect(volume).connect(context.destination);
			tone.start(now + from);
			tone.stop(now + from + length);
		}
	} catch {
		// A PC without a sound card: the screen says the same.
	}
}
