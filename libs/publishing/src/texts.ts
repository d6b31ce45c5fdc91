import { likely } from './direction.js';

/** What pages and the player say beside the body. */
export interface PlayerTexts {
  /** the language they are in */
  lang: string;
  /** with {n} and {total} */
  place: string;
  previous: string;
  next: string;
  finished: string;
  check: string;
  right: string;
  wrong: string;
  /** with {score} in per cent */
  score: string;
  noSystem: string;
  asWritten: string;
  /** words before the colon of a heading that asks something, in lower case */
  question: readonly string[];
}

/** By language and script, so that a text never comes in a script that its readers may not know. */
const TEXTS: Readonly<Record<string, PlayerTexts>> = {
  'en-Latn': {
    lang: 'en',
    place: 'Section {n} of {total}',
    previous: 'Previous',
    next: 'Next',
    finished: 'You have seen every section. You can close this window.',
    check: 'Check the answer',
    right: 'That is right.',
    wrong: 'That is not right. Try again.',
    score: 'Your result: {score}%.',
    noSystem: 'No learning system was found. You can read on; your progress is not recorded.',
    asWritten: 'This text is too intricate to be laid out. It is shown as it is written.',
    question: ['question'],
  },
  'de-Latn': {
    lang: 'de',
    place: 'Abschnitt {n} von {total}',
    previous: 'Zurück',
    next: 'Weiter',
    finished: 'Sie haben alle Abschnitte gesehen. Sie können dieses Fenster schließen.',
    check: 'Antwort prüfen',
    right: 'Das ist richtig.',
    wrong: 'Das ist nicht richtig. Versuchen Sie es noch einmal.',
    score: 'Ihr Ergebnis: {score} %.',
    noSystem:
      'Kein Lernsystem gefunden. Sie können weiterlesen; Ihr Fortschritt wird nicht festgehalten.',
    asWritten:
      'Dieser Text ist zu verschachtelt, um gestaltet zu werden. Er steht hier, wie er geschrieben ist.',
    question: ['frage'],
  },
  'fr-Latn': {
    lang: 'fr',
    place: 'Section {n} sur {total}',
    previous: 'Précédent',
    next: 'Suivant',
    finished: 'Vous avez vu toutes les sections. Vous pouvez fermer cette fenêtre.',
    check: 'Vérifier la réponse',
    right: 'C’est exact.',
    wrong: 'Ce n’est pas exact. Essayez encore.',
    score: 'Votre résultat : {score} %.',
    noSystem:
      'Aucun système de formation n’a été trouvé. Vous pouvez lire la suite ; votre progression n’est pas enregistrée.',
    asWritten: 'Ce texte est trop complexe pour être mis en forme. Il est affiché tel quel.',
    question: ['question'],
  },
  'es-Latn': {
    lang: 'es',
    place: 'Sección {n} de {total}',
    previous: 'Anterior',
    next: 'Siguiente',
    finished: 'Ha visto todas las secciones. Puede cerrar esta ventana.',
    check: 'Comprobar la respuesta',
    right: 'Es correcto.',
    wrong: 'No es correcto. Inténtelo de nuevo.',
    score: 'Su resultado: {score} %.',
    noSystem:
      'No se encontró ningún sistema de formación. Puede seguir leyendo; su progreso no se guarda.',
    asWritten:
      'Este texto es demasiado complejo para darle formato. Se muestra tal como está escrito.',
    question: ['pregunta'],
  },
  'pt-Latn': {
    lang: 'pt',
    place: 'Seção {n} de {total}',
    previous: 'Anterior',
    next: 'Próxima',
    finished: 'Você viu todas as seções. Pode fechar esta janela.',
    check: 'Verificar a resposta',
    right: 'Está certo.',
    wrong: 'Não está certo. Tente de novo.',
    score: 'Seu resultado: {score}%.',
    noSystem:
      'Nenhum sistema de aprendizagem foi encontrado. Você pode continuar a ler; o seu progresso não é registrado.',
    asWritten: 'Este texto é complexo demais para ser formatado. É mostrado como está escrito.',
    question: ['pergunta', 'questão'],
  },
  'ja-Jpan': {
    lang: 'ja',
    place: 'セクション {n} / {total}',
    previous: '前へ',
    next: '次へ',
    finished: 'すべてのセクションを確認しました。このウィンドウを閉じてかまいません。',
    check: '答え合わせ',
    right: '正解です。',
    wrong: '正解ではありません。もう一度お試しください。',
    score: '結果：{score}%',
    noSystem: '学習システムが見つかりません。続けて読むことはできますが、進捗は記録されません。',
    asWritten: 'この文章は構造が複雑すぎるため、書かれたまま表示しています。',
    question: ['問題', '質問', '設問'],
  },
  'zh-Hans': {
    lang: 'zh-Hans',
    place: '第 {n} 节，共 {total} 节',
    previous: '上一节',
    next: '下一节',
    finished: '您已看完所有章节，可以关闭此窗口。',
    check: '检查答案',
    right: '回答正确。',
    wrong: '回答不正确，请再试一次。',
    score: '您的成绩：{score}%。',
    noSystem: '未找到学习系统。您可以继续阅读，但进度不会被记录。',
    asWritten: '此文本结构过于复杂，无法排版，现按原文显示。',
    question: ['问题', '题目'],
  },
  'zh-Hant': {
    lang: 'zh-Hant',
    place: '第 {n} 節，共 {total} 節',
    previous: '上一節',
    next: '下一節',
    finished: '您已看完所有章節，可以關閉此視窗。',
    check: '檢查答案',
    right: '回答正確。',
    wrong: '回答不正確，請再試一次。',
    score: '您的成績：{score}%。',
    noSystem: '找不到學習系統。您可以繼續閱讀，但進度不會被記錄。',
    asWritten: '此文字結構過於複雜，無法排版，現按原文顯示。',
    question: ['問題', '題目'],
  },
  'ar-Arab': {
    lang: 'ar',
    place: 'القسم {n} من {total}',
    previous: 'السابق',
    next: 'التالي',
    finished: 'لقد اطّلعت على جميع الأقسام. يمكنك إغلاق هذه النافذة.',
    check: 'تحقق من الإجابة',
    right: 'إجابة صحيحة.',
    wrong: 'إجابة غير صحيحة. حاول مرة أخرى.',
    score: 'نتيجتك: {score}٪.',
    noSystem: 'لم يُعثر على نظام تعلّم. يمكنك متابعة القراءة، لكن تقدّمك لن يُسجَّل.',
    asWritten: 'هذا النص معقّد جدًا بحيث يتعذّر تنسيقه، لذا يُعرض كما كُتب.',
    question: ['سؤال', 'السؤال'],
  },
};
const ENGLISH = TEXTS['en-Latn']!;

/** The texts for a locale, in English where there are none in its language and script. */
export function playerTexts(locale: string): PlayerTexts {
  const { language, script } = likely(locale);
  return TEXTS[`${language}-${script}`] ?? ENGLISH;
}
