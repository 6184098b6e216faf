namespace ChatRoom.Analyzers.Tests;

/// <summary>A record with cases is closed: nobody else can add one.</summary>
public sealed class UnionTests
{
    [Theory]
    [InlineData("public abstract record U { private U() { } public sealed record A : U; public sealed record B(int Of) : U; }")]
    [InlineData("public abstract record U(int Of) { private U() : this(0) { } }")]
    [InlineData("public abstract record U { private U() { } public abstract record A : U { private A() { } public sealed record B : A; } }")]
    [InlineData("public abstract record U<T> { private U() { } public sealed record A(T Of) : U<T>; }")]
    [InlineData("public abstract record Question; public abstract record U : Question { private U() { } public sealed record A : U; }")]
    [InlineData("public abstract record Open; public sealed record Here : Open; public record There : Open;")]
    public async Task These_are_closed_or_no_unions_at_all(string code) => Assert.Empty(await Snippet.Says(code));

    [Theory]
    [InlineData("public abstract record U { public sealed record A : U; }", "U has cases, and its constructor is not private: others could add one")]
    [InlineData("public abstract record U(int Of) { public sealed record A() : U(1); }", "U has cases, and its constructor is not private: others could add one")]
    [InlineData("public abstract record U { protected U() { } public sealed record A : U; }", "U has cases, and its constructor is not private: others could add one")]
    [InlineData("public abstract record U { private U() { } public record A : U; }", "A is a case of U and not sealed")]
    [InlineData("public abstract record U { private U() { } public sealed record A : U; public abstract record B : U; }", "B is a case of U and not sealed")]
    [InlineData("public abstract record U { private U() { } public sealed record A : U; } public sealed record B(U Like) : U(Like);", "B is a case of U and not nested in it")]
    [InlineData("public abstract record U<T> { private U() { } public sealed record A : U<T>; } public sealed record B(U<int> Like) : U<int>(Like);", "B is a case of U and not nested in it")]
    public async Task These_are_open_and_the_build_says_why(string code, string why) => Assert.Equal([$"UNION003: {why}"], await Snippet.Says(code));

    [Fact]
    public async Task A_case_in_another_project_is_found_there()
    {
        var union = Snippet.AsReference("public abstract record U { private U() { } public sealed record A : U; }");
        Assert.Equal(["UNION003: B is a case of U and not nested in it"], await Snippet.Says("public sealed record B(U Like) : U(Like);", union));
    }
}
