/** The version of these scripts, which the core must have too. */
export const version: string;
