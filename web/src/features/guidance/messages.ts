import { defineMessages } from '@/lib/i18n/messages';

export const messages = defineMessages(
  {
    hints: 'Hints',
    hint: 'Hint {number} of {count}',
    show: 'Show hint {number} of {count}',
    shown: 'Hint {number} is shown.',
    editorial: 'Editorial',
    afterSolved: 'You can read how to solve this exercise once you have solved it.',
    afterAttempts: {
      one: 'You can read how to solve this exercise after one more attempt, or once you have solved it.',
      other:
        'You can read how to solve this exercise after {count} more attempts, or once you have solved it.',
    },
    read: 'Read the editorial',
  },
  {
    hints: 'Gợi ý',
    hint: 'Gợi ý {number}/{count}',
    show: 'Xem gợi ý {number}/{count}',
    shown: 'Đã hiện gợi ý {number}.',
    editorial: 'Lời giải',
    afterSolved: 'Bạn xem được lời giải sau khi giải được bài này.',
    afterAttempts: {
      one: 'Bạn xem được lời giải sau {count} lần nộp nữa, hoặc sau khi giải được bài này.',
      other: 'Bạn xem được lời giải sau {count} lần nộp nữa, hoặc sau khi giải được bài này.',
    },
    read: 'Đọc lời giải',
  },
);
