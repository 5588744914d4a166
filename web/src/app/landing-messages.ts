import { defineMessages } from '@/lib/i18n/messages';

export const landingMessages = defineMessages(
  {
    title: 'Programming, put to the test.',
    text: 'A touchstone shows whether gold is real. This one tests your code: write it here, run it, and see at once which tests it passes.',
    try: 'Try an exercise',
    register: 'Create a free account',
    specimen: 'How a judged program looks',
    specimenVerdict: 'Wrong answer',
    specimenPassed: 'Stopped after test 4 of 12',
    specimenTest: 'Test 4',
    specimenInput: 'Input',
    specimenExpected: 'Expected output',
    specimenActual: 'Your output',
    specimenMeaning:
      'First difference in line 1. The numbers are read as text, so they are joined.',
    begin: 'Begin with one of these',
    beginText: 'You can read and write without an account. To run and submit, you need one.',
    all: { one: 'See {count} exercise', other: 'See all {count} exercises' },
    see: 'See what failed first',
    seeText:
      'The input, the expected output and yours, with the first difference marked. Then what it means and what to try.',
    write: 'Write in the browser',
    writeText:
      '22 languages, from Python to Rust. Your code is kept while you type, and follows you to your next device.',
    grow: 'Watch the gold grow',
    growText:
      'Every test passed, every exercise solved and every day of practice leaves its streak.',
  },
  {
    title: 'Thử vàng cho từng dòng mã.',
    text: 'Đá thử vàng cho biết vàng thật hay giả. Touchstone cũng thử bài làm của bạn như vậy: viết tại đây, chạy thử và biết ngay bài qua được những test nào.',
    try: 'Làm thử một bài',
    register: 'Tạo tài khoản miễn phí',
    specimen: 'Một bài đã chấm trông như thế nào',
    specimenVerdict: 'Kết quả sai',
    specimenPassed: 'Dừng ở test 4 trên 12',
    specimenTest: 'Test 4',
    specimenInput: 'Dữ liệu vào',
    specimenExpected: 'Kết quả đúng',
    specimenActual: 'Kết quả của bạn',
    specimenMeaning: 'Khác nhau từ dòng 1. Hai số được đọc vào dưới dạng xâu nên bị nối liền.',
    begin: 'Bắt đầu với một trong các bài này',
    beginText:
      'Bạn có thể đọc đề và viết bài mà không cần tài khoản. Khi muốn chạy thử và nộp bài, hãy đăng nhập.',
    all: { one: 'Xem {count} bài tập', other: 'Xem cả {count} bài tập' },
    see: 'Thấy ngay chỗ sai đầu tiên',
    seeText:
      'Dữ liệu vào, kết quả đúng và kết quả của bạn, với chỗ khác nhau đầu tiên được đánh dấu. Sau đó là ý nghĩa và gợi ý nên thử gì.',
    write: 'Viết ngay trong trình duyệt',
    writeText:
      '22 ngôn ngữ, từ Python đến Rust. Bài làm được lưu trong lúc bạn gõ và theo bạn sang thiết bị khác.',
    grow: 'Nhìn vệt vàng dài thêm',
    growText: 'Mỗi test qua được, mỗi bài giải xong, mỗi ngày luyện tập đều để lại một vệt vàng.',
  },
);
