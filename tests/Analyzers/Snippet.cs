using System.Collections.Immutable;
using System.Globalization;
using ChatRoom.ClosedUnions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ChatRoom.Analyzers.Tests;

/// <summary>A few lines of C#, compiled in memory, and what the compiler with our analyzers says of them.</summary>
internal static class Snippet
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
        [new SwitchAnalyzer(), new UnionAnalyzer(), new ExhaustiveSwitchSuppressor()];

    private static readonly MetadataReference[] Runtime =
        [.. $"{AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")}".Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Every warning and error that is left, as "UNION001: ...".</summary>
    public static async Task<string[]> Says(string code, params MetadataReference[] others)
    {
        var found = await Compile(code, others).WithAnalyzers(Analyzers).GetAllDiagnosticsAsync();
        return [.. found.Where(one => one.Severity >= DiagnosticSeverity.Warning && !one.IsSuppressed)
            .OrderBy(one => one.Location.SourceSpan.Start)
            .Select(one => $"{one.Id}: {one.GetMessage(CultureInfo.InvariantCulture)}")];
    }

    /// <summary>As another project sees it: without what is private.</summary>
    public static MetadataReference AsReference(string code)
    {
        var bytes = new MemoryStream();
        var made = Compile(code, []).Emit(bytes, options: new Microsoft.CodeAnalysis.Emit.EmitOptions(metadataOnly: true, includePrivateMembers: false));
        Assert.Empty(made.Diagnostics);
        return MetadataReference.CreateFromImage(bytes.ToArray());
    }

    private static CSharpCompilation Compile(string code, MetadataReference[] others) => CSharpCompilation.Create(
        $"Snippet{code.GetHashCode(StringComparison.Ordinal)}",
        [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Latest))],
        [.. Runtime, .. others],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
