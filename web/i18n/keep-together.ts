/**
 * A text as it is shown: the space that French puts before « : ; ? ! » and inside its quotation marks does not let
 * go of them at the end of a line. What is stored, quoted or sent is not touched; the length stays, so that offsets
 * into the text stay true.
 */
export const keepTogether = (text: string): string =>
  text.replace(/ (?=[:;?!»](?:[\s)\]»”"’,.]|$))|(?<=«) /g, '\u00a0');
