import java.io.*;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.*;

/**
 * Writes, for each line of the input, the words that Lucene's EnglishAnalyzer makes of it, each as
 * position:start:end:term with offsets in UTF-16 code units, joined by "|". With Lucene 9.11.1, the one in
 * Neo4j 5.26:
 *
 * java -cp lucene-core-9.11.1.jar:lucene-analysis-common-9.11.1.jar EnglishTokens.java < lucene.in > lucene.out
 */
public class EnglishTokens {
  public static void main(String[] args) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var out = new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
    var analyzer = new EnglishAnalyzer();
    for (String line; (line = in.readLine()) != null; ) {
      var words = new StringBuilder();
      try (TokenStream stream = analyzer.tokenStream("text", line)) {
        var term = stream.getAttribute(CharTermAttribute.class);
        var offset = stream.getAttribute(OffsetAttribute.class);
        var increment = stream.getAttribute(PositionIncrementAttribute.class);
        int position = -1;
        stream.reset();
        while (stream.incrementToken()) {
          position += increment.getPositionIncrement();
          words.append(words.isEmpty() ? "" : "|").append(position).append(':').append(offset.startOffset())
              .append(':').append(offset.endOffset()).append(':').append(term);
        }
        stream.end();
      }
      out.println(words);
    }
    out.flush();
  }
}
