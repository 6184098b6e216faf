namespace ChatRoom.Cli.Config;

/// <summary>What a setting can be.</summary>
/// <param name="Shape">How it is written in the file.</param>
/// <param name="Rule">What is right, in words.</param>
/// <param name="Complaint">What is said behind a word that is not.</param>
/// <param name="Read">The value of the words (one, but for a list); what is wrong is the word itself.</param>
/// <param name="Print">The value as the file has it.</param>
public sealed record ConfigType<T>(
    ConfigShape Shape, string Rule, string Complaint, Func<IReadOnlyList<string>, (T Value, string? Wrong)> Read, Func<T, string> Print)
{
    /// <summary>It names a file or a folder.</summary>
    public bool IsPath { get; init; }

    /// <summary>The words for completion; empty where there are too many.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
