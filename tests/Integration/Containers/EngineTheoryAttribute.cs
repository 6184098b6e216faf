namespace ChatRoom.Integration.Tests.Containers;

/// <summary>The same as <see cref="EngineFactAttribute"/>, for several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineTheoryAttribute : TheoryAttribute
{
    public EngineTheoryAttribute() => Skip = Reason;

    internal static string? Reason => Environment.GetEnvironmentVariable("CI") == "true" ? null : Engine.Missing;
}
