/** "Fais mon livrable", "write the report for me", "donne la solution". */
export const asksForWork =
  /\b(?:fai[st]|(?<!que |quoi )faire|corrige[rz]?|redige[rz]?|ecri[st]|ecrire|resou[ds]|resoudre|write|do|solve|donne[rz]?|give)\b.{0,60}\b(?:mon|mes|my|ma place|pour moi|for me|la solution|le corrige|les reponses|the (?:solution|answers?))\b/;
