fun main() {
    readLine()
    val values = readLine()!!.trim().split(" ").map { it.toLong() }
    println(values.fold(0L) { total, value -> sum(total, value) })
}
