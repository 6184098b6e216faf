namespace ChatRoom.Integration.Tests.Containers;

/// <summary>
/// A test that needs a container engine. Without one it is skipped, and says what to start; with CI=true it runs all the same and
/// fails, so that nobody takes for proven what was never tried.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EngineFactAttribute : FactAttribute
{
    /// <summary>The trait of such tests: the image brings a program of its own, so they need not run again for another one.</summary>
    public const string Needs = "Needs";

    public const string Engine = "engine";

    public EngineFactAttribute() => Skip = EngineTheoryAttribute.Reason;
}
