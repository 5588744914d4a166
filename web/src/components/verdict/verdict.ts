import type { ScoresSchemas } from '@/lib/api/contract';
import { defineMessages } from '@/lib/i18n/messages';
import type { Tone } from '../alert';
import type { IconName } from '../icon';

export type Verdict = ScoresSchemas['Verdict'];

/** How a verdict looks. Its shape and words tell it apart; the colour only helps. */
export const appearance: Record<Verdict, { readonly tone: Tone; readonly icon: IconName }> = {
  AC: { tone: 'good', icon: 'check' },
  WA: { tone: 'bad', icon: 'cross' },
  TLE: { tone: 'warn', icon: 'clock' },
  MLE: { tone: 'warn', icon: 'memory' },
  OLE: { tone: 'warn', icon: 'lines' },
  RTE: { tone: 'bad', icon: 'bolt' },
  CE: { tone: 'info', icon: 'brackets' },
  JE: { tone: 'info', icon: 'question' },
};

/** All verdicts, the best first. */
export const verdicts = Object.keys(appearance) as Verdict[];

export const verdictNames = defineMessages(
  {
    AC: 'Accepted',
    WA: 'Wrong answer',
    TLE: 'Time limit exceeded',
    MLE: 'Memory limit exceeded',
    OLE: 'Output limit exceeded',
    RTE: 'Runtime error',
    CE: 'Compile error',
    JE: 'Judge error',
  },
  {
    AC: 'Kết quả đúng',
    WA: 'Kết quả sai',
    TLE: 'Quá thời gian',
    MLE: 'Quá bộ nhớ',
    OLE: 'Quá lượng dữ liệu ra',
    RTE: 'Lỗi khi chạy',
    CE: 'Lỗi biên dịch',
    JE: 'Lỗi hệ thống chấm',
  },
);

export const verdictExplanations = defineMessages(
  {
    AC: 'Your program gave the right answer on every test.',
    WA: 'Your program finished normally but gave a wrong answer on at least one test.',
    TLE: 'Your program took longer than allowed. Look for a faster method or an endless loop.',
    MLE: 'Your program used more memory than allowed.',
    OLE: 'Your program printed far more than expected. Look for an endless loop that prints.',
    RTE: 'Your program crashed or ended with an error code.',
    CE: 'Your code could not be compiled, so it was not run.',
    JE: 'The judge failed, not your program. Try again later, or ask your teacher to judge it again.',
  },
  {
    AC: 'Chương trình cho kết quả đúng ở tất cả các test.',
    WA: 'Chương trình kết thúc bình thường nhưng cho kết quả sai ở ít nhất một test.',
    TLE: 'Chương trình chạy quá thời gian cho phép. Hãy tìm cách giải nhanh hơn hoặc xem có vòng lặp vô hạn không.',
    MLE: 'Chương trình dùng quá bộ nhớ cho phép.',
    OLE: 'Chương trình in ra quá nhiều. Hãy xem có vòng lặp vô hạn đang in không.',
    RTE: 'Chương trình bị dừng đột ngột hoặc kết thúc với mã lỗi.',
    CE: 'Chương trình không biên dịch được nên chưa được chạy.',
    JE: 'Hệ thống chấm gặp lỗi, không phải chương trình của bạn. Hãy thử lại sau, hoặc nhờ giáo viên cho chấm lại.',
  },
);
