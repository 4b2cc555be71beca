/** A number of places, each taken by one at a time. */
export type Places = {
  /** Takes a place; the function gives it back, once however often it is called. `null` when all are taken. */
  take(): (() => void) | null;
};

/** Taken at once and not after a look: of many who come in the same moment no more get one than there are. */
export function createPlaces(most: number): Places {
  let taken = 0;
  return {
    take() {
      if (taken >= most) return null;
      taken += 1;
      let isMine = true;
      return () => {
        if (isMine) taken -= 1;
        isMine = false;
      };
    },
  };
}
