/** A German postcode. */
export const isPostcode = (typed: string): boolean => /^\d{5}$/.test(typed.trim());
