/**
 * What the items of the shipped exam ask, said in other languages as a student would, from the sense and not word by word.
 * The French is in the exam alone; a key is part and number of the item.
 */
export const translatedItems: Readonly<
  Record<string, readonly [en: string, es: string, ar: string]>
> = {
  A1: [
    'Build monthly dashboards for management with Power BI.',
    'Hacer cuadros de mando mensuales para la dirección con Power BI.',
    'إنشاء لوحات قيادة شهرية للإدارة باستخدام Power BI.',
  ],
  A2: [
    'Create a pipeline that reads files every night, cleans them and loads them into the warehouse.',
    'Crear un flujo que cada noche lee archivos, los limpia y los carga en el almacén de datos.',
    'إنشاء خط معالجة يقرأ الملفات كل ليلة وينظفها ثم يحملها إلى المستودع.',
  ],
  A3: [
    'Try several models to predict which customers will leave, compare AUC/F1 and explain the variables.',
    'Probar varios modelos para predecir el abandono de clientes, comparar AUC/F1 y explicar las variables.',
    'تجربة عدة نماذج للتنبؤ بمغادرة الزبائن ومقارنة AUC/F1 وشرح المتغيرات.',
  ],
  A4: [
    'Put a model online behind a fast API, put it in containers and monitor the latency.',
    'Poner un modelo en línea con una API rápida, en contenedores, y vigilar la latencia.',
    'نشر نموذج عبر واجهة برمجية سريعة، ووضعه في حاوية ومراقبة زمن الاستجابة.',
  ],
  A5: [
    'Build a chat app that searches the internal documentation to answer better (RAG + prompts).',
    'Construir una aplicación de chat que busca en la documentación interna para responder mejor (RAG + prompts).',
    'بناء تطبيق دردشة يبحث في الوثائق الداخلية ليجيب بشكل أفضل (RAG + prompts).',
  ],
  A6: [
    'Set up automatic training, experiment tracking and an alert when the data changes.',
    'Montar el entrenamiento automático, el seguimiento de experimentos y una alerta si los datos cambian.',
    'إعداد التدريب الآلي وتتبع التجارب وتنبيه عند تغير البيانات.',
  ],
  A7: [
    'Prepare clean, tested tables on which analysts build their reports.',
    'Preparar tablas limpias y probadas para que los analistas hagan sus informes.',
    'تحضير جداول نظيفة ومختبرة ليبني عليها المحللون تقاريرهم.',
  ],
  A8: [
    'Receive sensor data continuously, store it efficiently and keep a catalogue.',
    'Recibir de forma continua datos de sensores, almacenarlos con eficacia y mantener un catálogo.',
    'استقبال بيانات المستشعرات باستمرار وتخزينها بكفاءة ومسك فهرس.',
  ],
  A9: [
    'Write prompts (styles, constraints), test them and check the quality of the answers.',
    'Escribir prompts (estilos, restricciones), probarlos y verificar la calidad de las respuestas.',
    'كتابة الموجهات (الأساليب والقيود) واختبارها والتحقق من جودة الإجابات.',
  ],
  A10: [
    'Segment medical images, measure image quality (IoU) and augment the data.',
    'Segmentar imágenes médicas, medir la calidad de imagen (IoU) y aumentar los datos.',
    'تقطيع الصور الطبية وقياس جودة الصورة (IoU) وزيادة البيانات.',
  ],
  A11: [
    'Keep a CAC/LTV dashboard, follow funnels and cohorts, run A/B tests on email campaigns.',
    'Llevar un cuadro CAC/LTV, seguir embudos y cohortes, hacer tests A/B de emailing.',
    'مسك لوحة CAC/LTV ومتابعة أقماع التحويل والأفواج وإجراء اختبارات A/B على البريد الإلكتروني.',
  ],
  A12: [
    'Choose an advertising attribution model and optimise the marketing budget.',
    'Elegir un modelo de atribución publicitaria y optimizar el presupuesto de marketing.',
    'اختيار نموذج إسناد الإعلانات وتحسين ميزانية التسويق.',
  ],
  B1: ['Quarterly sales dashboard', 'Panel de ventas trimestrales', 'لوحة قيادة المبيعات الفصلية'],
  B2: [
    'Loading CSV files into the warehouse each night',
    'Cargar cada noche los CSV en el almacén de datos',
    'تحميل ملفات CSV كل ليلة في المستودع',
  ],
  B6: [
    'Alert when the data changes, retraining',
    'Alerta si los datos cambian, reentrenamiento',
    'تنبيه عند تغير البيانات وإعادة التدريب',
  ],
  DB: [
    'Machines send data continuously; it has to be stored, cleaned and analysed later.',
    'Unas máquinas envían datos de forma continua; hay que almacenarlos, limpiarlos y analizarlos más tarde.',
    'ترسل الآلات البيانات باستمرار؛ يجب تخزينها وتنظيفها وتحليلها لاحقا.',
  ],
  DC: [
    'Management wants a clear dashboard of sales by country and product, updated every week.',
    'La dirección quiere un tablero claro de las ventas por país y por producto, actualizado cada semana.',
    'تريد الإدارة لوحة واضحة للمبيعات حسب البلد والمنتج محدثة كل أسبوع.',
  ],
  DA: [
    'A company wants an assistant that answers employees’ questions from the internal documentation.',
    'Una empresa quiere un asistente que responda a las preguntas de los empleados a partir de la documentación interna.',
    'تريد شركة مساعدا يجيب عن أسئلة الموظفين انطلاقا من الوثائق الداخلية.',
  ],
  E3: [
    'Split into training and test sets (if there is a model)',
    'Separar entrenamiento y prueba (si hay modelo)',
    'فصل بيانات التدريب والاختبار (إن وجد نموذج)',
  ],
  F1: [
    'Personal data (PII): how to protect it? (masking, limited access, logs)',
    'Datos personales (PII): ¿cómo protegerlos? (enmascaramiento, acceso limitado, registros)',
    'البيانات الشخصية (PII): كيف نحميها؟ (إخفاء، وصول محدود، سجلات)',
  ],
  F2: [
    'How do you check that tables are complete, up to date and free of duplicates?',
    '¿Cómo comprobar que las tablas están completas, al día y sin duplicados?',
    'كيف نتحقق من أن الجداول كاملة ومحدثة وخالية من التكرار؟',
  ],
  F3: [
    'How to prevent serious mistakes by a chatbot (sources, tone, filters)?',
    '¿Cómo evitar los errores graves de un chatbot (fuentes, tono, filtros)?',
    'كيف نتجنب الأخطاء الجسيمة لروبوت الدردشة (المصادر، النبرة، المرشحات)؟',
  ],
  F4: [
    'Production monitoring: what should be watched for an ML/LLM service (speed, errors, cost, drift)?',
    'Seguimiento en producción: ¿qué vigilar en un servicio ML/LLM (rapidez, errores, coste, deriva)?',
    'المتابعة في الإنتاج: ماذا نراقب في خدمة ML/LLM (السرعة، الأخطاء، التكلفة، الانحراف)؟',
  ],
};
