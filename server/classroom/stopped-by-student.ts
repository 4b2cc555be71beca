/** The reason with which a student's stop ends an answer, or feedback. */
export class StoppedByStudent extends Error {
  override readonly name = 'StoppedByStudent';
}
