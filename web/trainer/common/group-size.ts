/** `fewestStudents` of the contract, whose values would bring the server into the page; a test holds them together. */
export const fewestStudents = 5;
