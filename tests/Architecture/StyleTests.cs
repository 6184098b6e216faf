using System.Text.RegularExpressions;

namespace ChatRoom.Architecture.Tests;

/// <summary>How we write, as far as a text can show it.</summary>
public sealed partial class StyleTests
{
    private static readonly string[] Code = ["src", "tests", "bench", "eng"];

    /// <summary>These tests name what nobody else may.</summary>
    private static IEnumerable<SourceFile> ButThese(IEnumerable<SourceFile> files) =>
        files.Where(file => !file.Path.StartsWith("tests/Architecture/", StringComparison.Ordinal));

    [Fact]
    public void Every_file_is_short() =>
        Assert.All(Repository.Files(".cs", Code), file => Assert.True(file.Lines < 300, $"{file} has {file.Lines} lines."));

    [Fact]
    public void Most_files_are_shorter()
    {
        var files = Repository.Files(".cs", Code);
        var shorter = files.Count(file => file.Lines < 200);
        Assert.True(shorter >= files.Count * 0.8, $"{shorter} of {files.Count} files have less than 200 lines.");
    }

    /// <summary>
    /// Beside it there may be satellites: types of a few lines that belong to it and would be looked for there. Ids, a line each, are in one file.
    /// </summary>
    [Fact]
    public void A_file_is_named_for_its_main_public_type()
    {
        const int satellite = 20;
        foreach (var file in Repository.Files(".cs", "src"))
        {
            var types = PublicType().Matches(file.Code).Select(match => (Name: match.Groups[1].Value, match.Index)).ToList();
            // A partial type may be spread over Type.cs, Type.Part.cs and so on.
            var main = file.Name.Split('.')[0];
            Assert.True(types.Count == 0 || file.Name == "Ids.cs" || types.Exists(type => type.Name == main), $"{file} has {string.Join(", ", types.Select(type => type.Name))}.");
            for (var i = 0; i < types.Count; i++)
            {
                var end = i + 1 < types.Count ? types[i + 1].Index : file.Code.Length;
                var lines = file.Code[types[i].Index..end].Count(c => c == '\n');
                Assert.True(types[i].Name == main || lines <= satellite, $"{file} has {types[i].Name} of {lines} lines, which is worth a file of its own.");
            }
        }
    }

    [Fact]
    public void No_test_sleeps() => Absent(ButThese(Repository.Files(".cs", "tests")), Sleeping());

    [Fact]
    public void No_failure_is_swallowed_in_silence() => Absent(ButThese(Repository.Files(".cs", Code)), EmptyCatch());

    [Fact]
    public void Nothing_is_left_undone() => Absent(ButThese(Repository.Files(".cs", Code)), Undone());

    [Fact]
    public void There_are_no_regions_and_no_banners() => Absent(ButThese(Repository.Files(".cs", Code)), Banner());

    [Fact]
    public void Nothing_is_named_for_having_no_name() =>
        Assert.DoesNotContain(Repository.Files(".cs", Code), file => Nameless().IsMatch(file.Name));

    [Theory]
    [InlineData(".cs")]
    [InlineData(".csproj")]
    [InlineData(".props")]
    [InlineData(".json")]
    [InlineData(".md")]
    [InlineData(".yml")]
    [InlineData(".sh")]
    [InlineData("run")]
    [InlineData("Dockerfile")]
    public void No_file_knows_the_machine_of_its_author(string ending) => Absent(ButThese(Repository.Files(ending)), OwnMachine());

    [Theory]
    [InlineData(".cs")]
    [InlineData(".md")]
    [InlineData(".yml")]
    [InlineData(".sh")]
    [InlineData("run")]
    public void People_are_named_in_plain_words(string ending) => Absent(Repository.Files(ending), Stilted());

    /// <summary>What people say in a chat is their own, so strings are not looked at.</summary>
    [Fact]
    public void No_comment_and_no_name_of_a_test_assumes_a_gender() => Absent(Repository.Files(".cs", Code), Gendered());

    private static void Absent(IEnumerable<SourceFile> files, Regex what)
    {
        var found = files.SelectMany(file => what.Matches(file.Text).Select(match => $"{file}:{file.LineOf(match.Index)}: {match.Value.Trim()}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>The cases of a union are nested, and thus indented.</summary>
    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:record struct|record class|record|class|struct|interface|enum|delegate [^(]*?) ?\b(\w+)(?=[\s<(:;{]|$)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\(")]
    private static partial Regex Sleeping();

    /// <summary>A catch with a comment says why nothing is to be done, and is none.</summary>
    [GeneratedRegex(@"\bcatch\b\s*(?:\([^)]*\))?\s*(?:when\s*\([^{]*\))?\s*\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"\bNotImplementedException\b|\bTODO\b|\bFIXME\b|\bXXX\b")]
    private static partial Regex Undone();

    [GeneratedRegex(@"^\s*#region\b|^\s*//\s*[-=*#/]{4,}", RegexOptions.Multiline)]
    private static partial Regex Banner();

    [GeneratedRegex(@"(Helpers?|Utils?|Utility|Utilities|Manager|Common)\.cs$")]
    private static partial Regex Nameless();

    [GeneratedRegex(@"(?<![\w.])/home/[a-z]\w*/|(?<![\w.])/Users/\w+/|\b[A-Z]:\\{1,2}Users\\|(?<![\w.])/root/|(?<![\w.])/work/(?:h-|main|shared)")]
    private static partial Regex OwnMachine();

    /// <summary>In names of tests too, where words are joined by underscores.</summary>
    [GeneratedRegex(@"(?<![a-z])who(?:m|se)?(?:ever)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Stilted();

    [GeneratedRegex(@"(?<![a-z])(?:he|his|him|himself|she|her|hers|herself)(?![a-z])(?<=^[ \t]*//.*|_[a-z]+)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Gendered();
}
