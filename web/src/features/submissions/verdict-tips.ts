import { defineMessages } from '@/lib/i18n/messages';

/** What to try after a verdict; what it means says `verdictExplanations`. */
export const verdictTips = defineMessages(
  {
    WA: 'Work through the input above by hand and compare each step with your program. Check the ends of loops, and the smallest and largest values.',
    TLE: 'Count how often your innermost loop runs for the largest input. About 100 million simple steps fit into a second in C++, far fewer in Python.',
    MLE: 'Add up your largest arrays. Do you need to keep all of the input, or only a part of it?',
    OLE: 'Remove what you print for yourself while searching for faults, and check what ends the loop that prints.',
    RTE: 'Read the last line of the error output: it names the line of your code. Usual causes are an index beyond the end, a division by zero, and reading more than there is.',
    CE: 'Begin with the first error. Later ones often follow from it.',
    JE: 'You need not change anything.',
  },
  {
    WA: 'Hãy tính tay với dữ liệu vào ở trên rồi so từng bước với chương trình. Kiểm tra điều kiện dừng của vòng lặp, giá trị nhỏ nhất và lớn nhất.',
    TLE: 'Hãy đếm xem vòng lặp trong cùng chạy bao nhiêu lần với dữ liệu lớn nhất. Trong một giây, C++ làm được khoảng 100 triệu phép đơn giản, Python ít hơn nhiều.',
    MLE: 'Hãy cộng dung lượng các mảng lớn nhất. Có cần giữ toàn bộ dữ liệu vào không, hay chỉ cần một phần?',
    OLE: 'Hãy bỏ những dòng in ra để dò lỗi, và kiểm tra điều kiện dừng của vòng lặp đang in.',
    RTE: 'Hãy đọc dòng cuối của phần báo lỗi: ở đó có số dòng trong bài làm. Nguyên nhân thường gặp: chỉ số vượt quá mảng, chia cho 0, đọc quá dữ liệu vào.',
    CE: 'Hãy sửa lỗi đầu tiên trước. Các lỗi sau thường do lỗi đó gây ra.',
    JE: 'Bạn không cần sửa gì cả.',
  },
);
