namespace ChatRoom.Integration.Tests;

/// <summary>A test on a real PostgreSQL. Where none is installed it is skipped, and with CI=true it runs all the same and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Environment.GetEnvironmentVariable("CI") == "true" ? null : PostgresCluster.Missing;
}
