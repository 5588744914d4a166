package dev.touchstone.platformdata.database;

import dev.touchstone.platform.http.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.QualifiedColumnMapperFactory;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.spi.JdbiPlugin;
import tools.jackson.databind.JavaType;

/**
 * Lets {@code mapTo} read a row as any record: {@code exerciseId} from the column {@code
 * exercise_id}, an enum from its name in any case, an array as a list, a component marked {@link
 * JsonColumn} from JSON, and the components of a {@code @Nested} public record from the same row.
 * Every component needs its column. A null where the component is a primitive fails the query.
 * Decision record 0017 explains why this is not JDBI's Jackson plugin.
 */
final class RecordMapping extends JdbiPlugin.Singleton {
  @Override
  public void customizeJdbi(Jdbi jdbi) {
    jdbi.getConfig(ColumnMappers.class).setCoalesceNullPrimitivesToDefaults(false);
    jdbi.registerRowMapper((RowMapperFactory) RecordMapping::ofRecord);
    jdbi.registerColumnMapper((QualifiedColumnMapperFactory) RecordMapping::ofJson);
  }

  private static Optional<RowMapper<?>> ofRecord(Type type, ConfigRegistry config) {
    return type instanceof Class<?> row && row.isRecord()
        ? Optional.of(ConstructorMapper.of(canonicalConstructor(row)))
        : Optional.empty();
  }

  /** Stores keep their rows to themselves, so neither record nor constructor need be public. */
  private static Constructor<?> canonicalConstructor(Class<?> row) {
    Class<?>[] components =
        Arrays.stream(row.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = row.getDeclaredConstructor(components);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Every record has a canonical constructor: " + row, e);
    }
  }

  private static Optional<ColumnMapper<?>> ofJson(QualifiedType<?> type, ConfigRegistry config) {
    if (!type.hasQualifier(JsonColumn.class)) {
      return Optional.empty();
    }
    JavaType target = Json.TOLERANT.constructType(type.getType());
    return Optional.of((row, column, context) -> {
      String json = row.getString(column);
      return json == null ? null : Json.TOLERANT.readValue(json, target);
    });
  }
}
