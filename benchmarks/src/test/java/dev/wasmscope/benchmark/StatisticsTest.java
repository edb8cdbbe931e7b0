package dev.wasmscope.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void theMedianIsTheMiddleOfTheSortedValues() {
    assertEquals(3, Statistics.median(List.of(9.0, 1.0, 3.0)));
    assertEquals(2.5, Statistics.median(List.of(9.0, 1.0, 3.0, 2.0)));
  }

  @Test
  void theGeometricMeanOfAFactorAndItsInverseIsOne() {
    assertEquals(1, Statistics.geometricMean(List.of(4.0, 0.25)), 1e-12);
    assertEquals(6, Statistics.geometricMean(List.of(4.0, 9.0)), 1e-12);
  }

  @Test
  void aQuantileIsOneOfTheValues() {
    List<Double> values = List.of(4.0, 1.0, 3.0, 2.0);
    assertEquals(2, Statistics.quantile(values, 0.5));
    assertEquals(4, Statistics.quantile(values, 0.99));
    assertEquals(4, Statistics.quantile(values, 1));
    assertEquals(1, Statistics.quantile(values, 0));
  }

  @Test
  void nothingHasNoMean() {
    assertTrue(Double.isNaN(Statistics.geometricMean(List.of())));
    assertTrue(Double.isNaN(Statistics.median(List.of())));
    assertTrue(Double.isNaN(Statistics.quantile(List.of(), 0.5)));
    assertTrue(Double.isNaN(Statistics.best(List.of())));
  }
}
