/** A moment of a day without a time, for the reader's time zone: midnight would be the day before, west of Greenwich. */
export const noon = (day: string): string => `${day.slice(0, 10)}T12:00`;
