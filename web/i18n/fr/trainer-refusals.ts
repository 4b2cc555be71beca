import type { Messages } from '../messages.ts';

/** What is wrong with a file, as a trainer is told. */
export const trainerRefusals: Messages['trainer']['documents']['refusals'] = {
  binary:
    'Ce n’est pas du texte, mais un fichier binaire. Enregistrez-le au format texte ou Markdown, puis ajoutez-le de nouveau.',
  encoding:
    'L’encodage du texte est abîmé. Enregistrez le fichier en UTF-8, puis ajoutez-le de nouveau.',
  empty: 'Le fichier est vide.',
  yaml: (line) =>
    `L’en-tête n’est pas du YAML valable à la ligne\u00a0${line}. Vérifiez les deux-points, les crochets et les guillemets.`,
  unclosed:
    'L’en-tête ouvert à la ligne\u00a01 n’est jamais fermé par une ligne «\u00a0---\u00a0».',
  unknownKey: (line, names, allowed) =>
    `L’en-tête, à la ligne\u00a0${line}, contient une clé inconnue\u00a0: ${names}. Les clés possibles sont ${allowed}.`,
  oneOf: (line, key, allowed) =>
    `Dans l’en-tête, à la ligne\u00a0${line}, «\u00a0${key}\u00a0» doit être l’un de ces mots\u00a0: ${allowed}.`,
  sameId: (id, one, other) =>
    `${one} et ${other} auraient le même identifiant, «\u00a0${id}\u00a0». Donnez un autre «\u00a0id\u00a0» à l’un des deux, dans son en-tête.`,
  repaired: 'Les accents abîmés ont été réparés à la lecture.',
  removed: (folder) =>
    `Retiré du cours\u202f; une copie reste dans ${folder}, dans le dossier de données du serveur.`,
  noText: 'Il n’y a aucun texte après l’en-tête.',
  tooLarge: (limit) => `Le fichier dépasse ${limit}\u00a0Mo. Découpez-le en plusieurs documents.`,
  unreadable:
    'Le serveur ne peut pas ouvrir le fichier. Vérifiez qu’il existe et que le serveur a le droit de le lire.',
  format:
    'Seuls les fichiers .md, .markdown et .txt sont lus. Enregistrez le document dans l’un de ces formats.',
  alias:
    'L’en-tête renvoie à une autre de ses lignes («\u00a0*nom\u00a0»). Écrivez la valeur elle-même.',
  noList:
    'L’en-tête doit être une suite de lignes, chacune avec une clé, un deux-points et une valeur.',
  idForm: (line) =>
    `Dans l’en-tête, à la ligne\u00a0${line}, «\u00a0id\u00a0» compte de 1 à 80\u00a0minuscules sans accent, chiffres et traits d’union, et commence par une lettre ou un chiffre.`,
  textValue: (line, key) =>
    `Dans l’en-tête, à la ligne\u00a0${line}, «\u00a0${key}\u00a0» doit être un texte.`,
  language: (line) =>
    `Dans l’en-tête, à la ligne\u00a0${line}, «\u00a0language\u00a0» doit être fr ou en.`,
  fileName:
    'Le nom du fichier ne convient pas. Renommez-le avec des lettres, des chiffres, des espaces, des traits d’union et des points.',
  noFolder: (folder) =>
    `Le cours n’a pas de dossier de ce nom. Placez le document dans un dossier existant, ou dans ${folder}.`,
  linkedFolder:
    'Ce dossier est un lien vers un autre endroit, où rien n’est écrit. Placez le document dans un dossier du cours lui-même.',
  gone: 'Ce fichier n’est plus dans le cours. Rechargez la page pour voir ceux qui y sont.',
  readOnly: (code) =>
    `Le serveur n’a pas le droit d’écrire dans le dossier du cours (${code}). Donnez-lui ce droit, ou modifiez les fichiers là d’où ils viennent.`,
  nothingLeft:
    'Les étudiants n’auraient plus rien à interroger. Ajoutez d’abord un autre document.',
  settingsFile: (file) => `${file} n’a pas pu être lu. Corrigez d’abord ce fichier à la main.`,
  noExam: (line, exam) =>
    `La ligne\u00a0${line} nomme l’examen «\u00a0${exam}\u00a0», qui n’est pas un examen du cours. Corrigez ou retirez d’abord ce fichier.`,
  twoRegisters: (exam, other) =>
    `L’examen «\u00a0${exam}\u00a0» a déjà ses indices dans ${other}. Gardez un seul des deux fichiers.`,
  noHeading: (line, document, heading) =>
    `La ligne\u00a0${line} renvoie à la section «\u00a0${heading}\u00a0» de «\u00a0${document}\u00a0», que les étudiants ne peuvent pas lire. Corrigez d’abord ce fichier.`,
  noDocument: (line, document) =>
    `La ligne\u00a0${line} nomme ${document}, qui n’est pas dans le cours. Retirez d’abord cette ligne.`,
  wrongLine: (line) =>
    `Ce fichier est incorrect à la ligne\u00a0${line}. Corrigez-le, puis recommencez\u00a0: rien n’a été changé.`,
  quotation: (line, document) =>
    `La citation de la ligne\u00a0${line} n’est pas dans «\u00a0${document}\u00a0», ou pas là où les étudiants peuvent la lire. Recopiez-la à la lettre.`,
  noSuchId: (document) =>
    `Les étudiants ne peuvent lire aucun document dont l’identifiant est «\u00a0${document}\u00a0». Corrigez «\u00a0document\u00a0», ou retirez le fichier.`,
  questionsShape: (line) =>
    `La ligne\u00a0${line} n’a pas la forme d’une question attendue\u00a0: un «\u00a0document\u00a0», puis des entrées avec «\u00a0ask\u00a0» et «\u00a0quote\u00a0».`,
  glossary: 'Ce n’est pas un glossaire lisible. Corrigez le fichier, ou retirez-le.',
  emptyCourse: 'Aucun document du cours ne peut être indexé. Ajoutez un fichier .md ou .txt.',
  courseUnreadable: 'Le dossier du cours n’a pas pu être lu. Vérifiez-le sur le serveur.',
  embeddings:
    'Le service de plongements ne répond pas. La recherche par mots continue\u202f; les vecteurs seront refaits à la prochaine indexation.',
  diskFull: 'Le disque du serveur est plein. Libérez de la place, puis indexez de nouveau.',
  indexLocked: 'Un autre programme indexe le cours. Réessayez quand il aura fini.',
  indexFolder:
    'L’index n’a pas pu être écrit. Vérifiez la place et les droits du dossier de données.',
  rebuilt: 'L’index était abîmé ou dépassé\u202f; il a été reconstruit.',
  fault:
    'Le cours n’a pas pu être indexé, par un défaut du programme. L’index précédent continue de répondre.',
};
