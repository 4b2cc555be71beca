/** One sentence for each failure, by its code: what happened and what to do. */
export const errors = {
  'bad-request': 'The server could not read what was sent. Correct it, or reload the page.',
  'sign-in-needed': 'Your access has expired. Enter the course again.',
  'code-wrong': 'This code is not valid. Check it, or ask your trainer for a new one.',
  forbidden: 'The server refused this page. Open Repère again from its own address.',
  'not-found': 'This is no longer on the server: it has been deleted. Reload the page.',
  conflict: 'This has changed in the meantime. Reload the page and try again.',
  'question-too-long': 'The question is too long. Shorten it and send it again.',
  'draft-too-long': 'The draft is too long. Send one part of it at a time.',
  'too-large': 'The message is too large. Shorten it and send it again.',
  'unsupported-media-type': 'The server refused the format of the message. Reload the page.',
  'too-many-requests': 'That is too many requests for now: wait a little, then try again.',
  'index-missing': 'The course is not ready yet. Tell the person who runs this site.',
  'index-broken': 'The index of the course is damaged. Tell the person who runs this site.',
  'index-stale': 'The course has to be indexed again. Tell the person who runs this site.',
  'index-locked':
    'The course is being indexed. Try again later, or tell the person who runs this site.',
  'corpus-unreadable': 'The course could not be read. Tell the person who runs this site.',
  'corpus-invalid': 'A file of the course is wrong. Tell the person who runs this site.',
  'corpus-empty': 'The course holds no document yet. Tell the person who runs this site.',
  'settings-wrong': 'The server is not set up properly. Tell the person who runs this site.',
  'data-in-use': 'The server could not start. Tell the person who runs this site.',
  'data-broken': 'The data of the server is damaged. Tell the person who runs this site.',
  'port-busy': 'The server could not start. Tell the person who runs this site.',
  'disk-full':
    'The server has no room left. Try again later, and tell the person who runs this site.',
  'storage-unavailable':
    'The server cannot save or read your work right now. Try again in a moment.',
  'model-unavailable': 'The language model does not answer. Try again in a moment.',
  'model-interrupted': 'The answer was cut before its end. Try again.',
  'eval-failed':
    'The evaluation could not be made. Look at what the program says, or tell the person who runs this site.',
  internal: 'Something went wrong on the server. Try again.',
  network: 'The server cannot be reached. Check your connection, then try again.',
  'stream-cut':
    'The connection was cut before the end of the answer. Nothing is lost: resume it once the network is back.',
  unknown: 'Something unexpected happened. Try again, or reload the page.',
} as const;
