import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds memory as it is told to on its input, a command a line, and answers each with a line. It can note how its
 * heap changes, and tells what it noted when asked.
 */
public final class Target {
	private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
	private static final List<byte[]> HELD = new ArrayList<>();
	private static final List<ByteBuffer> DIRECT = new ArrayList<>();
	private static final int NOTES = 1 << 16;
	/** Nanoseconds of the monotonic clock, used, committed. */
	private static final long[] NOTED = new long[NOTES * 3];
	private static volatile int noted;
	private static volatile boolean noting;
	private static volatile long lastUsed;
	private static volatile Object sink;

	public static void main(String[] args) throws Exception {
		PrintStream out = new PrintStream(System.out, true);
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
		out.println("ready");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			String[] words = line.split(" ");
			out.println(obey(words[0], words.length > 1 ? Long.parseLong(words[1]) : 0, words.length > 2 ? Integer.parseInt(words[2]) : 0));
		}
	}

	private static String obey(String command, long number, int size) throws Exception {
		switch (command) {
			case "allocate":
				for (long done = 0; done < number; done += size) HELD.add(new byte[size]);
				return "done";
			case "direct":
				ByteBuffer buffer = ByteBuffer.allocateDirect((int) number);
				for (int at = 0; at < number; at += 4096) buffer.put(at, (byte) 1);
				DIRECT.add(buffer);
				return "done";
			case "drop":
				HELD.clear();
				return "done";
			case "collect":
				System.gc();
				return "done";
			case "churn":
				churn(number, size);
				return "done";
			case "note":
				startNoting();
				return "done";
			case "notes":
				return notes(number);
			case "report":
				return report();
			default:
				throw new IOException("expected a command, got " + command);
		}
	}

	/** Allocates arrays for so many milliseconds, some hundred MB a second, and keeps hold of up to so many of them. */
	private static void churn(long milliseconds, int kept) throws InterruptedException {
		byte[][] ring = new byte[Math.max(1, kept)][];
		long end = System.nanoTime() + milliseconds * 1_000_000;
		for (int count = 0; System.nanoTime() < end; count++) {
			ring[count % ring.length] = new byte[64 + count % 5000];
			if (noting) noteChange();
			if (count % 200 == 199) Thread.sleep(1);
		}
		sink = ring[0];
	}

	/** Seldom, because a note takes some memory itself; whoever allocates notes what it changes. */
	private static void startNoting() {
		noting = true;
		Thread thread = new Thread(() -> {
			while (true) {
				note(MEMORY.getHeapMemoryUsage());
				try {
					Thread.sleep(20);
				} catch (InterruptedException interrupted) {
					return;
				}
			}
		});
		thread.setDaemon(true);
		thread.start();
	}

	private static void noteChange() {
		MemoryUsage usage = MEMORY.getHeapMemoryUsage();
		if (Math.abs(usage.getUsed() - lastUsed) >= 1 << 18) note(usage);
	}

	private static synchronized void note(MemoryUsage usage) {
		int at = noted % NOTES * 3;
		lastUsed = usage.getUsed();
		NOTED[at] = System.nanoTime();
		NOTED[at + 1] = lastUsed;
		NOTED[at + 2] = usage.getCommitted();
		noted++;
	}

	/** The last so many notes: nanoseconds, used, committed. */
	private static String notes(long count) {
		StringBuilder text = new StringBuilder();
		int end = noted;
		for (int note = (int) Math.max(0, end - count); note < end; note++) {
			int at = note % NOTES * 3;
			text.append(NOTED[at]).append(' ').append(NOTED[at + 1]).append(' ').append(NOTED[at + 2]).append(' ');
		}
		return text.toString();
	}

	/** Used and committed of the heap, those of metaspace, the largest heap, and collections so far. */
	private static String report() {
		long collections = 0;
		for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
			collections += collector.getCollectionCount();
		}
		MemoryUsage heap = MEMORY.getHeapMemoryUsage();
		long[] metaspace = {0, 0};
		ManagementFactory.getMemoryPoolMXBeans().stream()
			.filter(pool -> pool.getName().equals("Metaspace"))
			.forEach(pool -> {
				metaspace[0] = pool.getUsage().getUsed();
				metaspace[1] = pool.getUsage().getCommitted();
			});
		return heap.getUsed() + " " + heap.getCommitted() + " " + metaspace[0] + " " + metaspace[1] + " " + heap.getMax() + " " + collections;
	}
}
