import java.util.Scanner;

/**
 * Allocates, and so collects. The command "work 500" has it work for so many milliseconds, and is answered with the
 * rounds it has done.
 */
final class Busy {
	// Some objects live long enough to become old, and are dropped then.
	private static final Object[] kept = new Object[50_000];
	private static int next;

	private record Part(int id, String name, int[] numbers) {}

	private static void round() {
		for (int count = 0; count < 1000; count++) {
			Part part = new Part(count, "part " + count, new int[8 + count % 56]);
			if (count % 10 != 0) continue;
			kept[next] = part;
			next = (next + 1) % kept.length;
		}
	}

	private static void work(long milliseconds) {
		long end = System.nanoTime() + milliseconds * 1_000_000;
		long rounds = 0;
		for (; System.nanoTime() < end; rounds++) round();
		System.out.println(rounds);
	}

	public static void main(String[] arguments) {
		System.out.println("ready");
		Scanner lines = new Scanner(System.in);
		while (lines.hasNextLine()) work(Long.parseLong(lines.nextLine().replace("work ", "")));
	}
}
