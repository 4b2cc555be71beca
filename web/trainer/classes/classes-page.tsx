import { useState, type ReactElement } from 'react';
import type { ClassView, ClassWithCode } from '../../../server/contract/classes.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Loaded } from '../common/loaded.tsx';
import { keepFocus, PageHead } from '../common/page-head.tsx';
import { SecretDialog } from '../common/secret-dialog.tsx';
import { useFocusKept } from '../common/use-focus-kept.ts';
import { useResource } from '../common/use-resource.ts';
import { ClassDialog, type ClassTask } from './class-dialogs.tsx';
import { ClassesTable } from './classes-table.tsx';
import { NewClass } from './new-class.tsx';

/** The page of classes and their codes. */
export function ClassesPage(): ReactElement {
  const { trainer } = useMessages();
  const { classes } = trainer;
  const resource = useResource<readonly ClassView[]>('/api/trainer/classes');
  const somethingLeaves = useFocusKept(resource.state);
  const [task, setTask] = useState<ClassTask | null>(null);
  const [made, setMade] = useState<ClassWithCode | null>(null);
  const [now] = useState(() => new Date());
  const show = (withCode: ClassWithCode) => {
    setTask(null);
    setMade(withCode);
    resource.reload();
  };
  return (
    <>
      <PageHead lead={classes.lead} title={trainer.parts.classes} />
      <Loaded resource={resource}>
        {(views) => <ClassesTable classes={views} now={now} onTask={setTask} />}
      </Loaded>
      <NewClass onMade={show} />
      {task && (
        <ClassDialog
          onChanged={() => {
            // The row goes once the list is there again, and the focus would go with it.
            if (task.type === 'delete') somethingLeaves();
            setTask(null);
            resource.reload();
          }}
          onClose={() => setTask(null)}
          onCode={show}
          task={task}
        />
      )}
      {made && (
        <SecretDialog
          lead={classes.codeLead}
          onClose={() => {
            setMade(null);
            // The form was emptied with the class that it made.
            keepFocus();
          }}
          secret={made.code}
          title={classes.codeTitle(made.name)}
        />
      )}
    </>
  );
}
