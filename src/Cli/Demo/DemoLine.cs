namespace ChatRoom.Cli.Demo;

/// <summary>What a bot will say.</summary>
/// <param name="After">How long after the line before it; as long as a person would need to write it.</param>
internal sealed record DemoLine(string Speaker, string Text, TimeSpan After);
