namespace ChatRoom.Integration.Tests;

/// <summary>The same as <see cref="InstalledFactAttribute"/>, for a test with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InstalledTheoryAttribute : TheoryAttribute
{
    public InstalledTheoryAttribute(params string[] programs) => Skip = new InstalledFactAttribute(programs).Skip;
}
