import java.util.ArrayDeque;
import java.util.Random;

/** Takes orders in, keeps the newest of them for a while, and forgets the others. */
public class Orders {
	record Order(long number, byte[] lines) {}

	public static void main(String[] args) throws InterruptedException {
		var random = new Random(7);
		var open = new ArrayDeque<Order>();
		int limit = 600;
		for (long number = 0; ; number++) {
			for (int copy = 0; copy < 40; copy++) open.add(new Order(number, new byte[1024 * (8 + random.nextInt(56))]));
			if (number % 200 == 0) limit = 400 + random.nextInt(1600);
			while (open.size() > limit) open.poll();
			Thread.sleep(10);
		}
	}
}
