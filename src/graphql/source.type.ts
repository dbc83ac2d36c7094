import { Field, ObjectType } from "type-graphql";

@ObjectType("Source", { description: "Where part of an edition comes from.", simpleResolvers: true })
export class SourceType {
  @Field(() => String, { description: "What was published." })
  readonly title!: string;

  @Field(() => String, { description: "Who published it." })
  readonly publisher!: string;

  @Field(() => String, { description: "Under what licence." })
  readonly licence!: string;

  @Field(() => String, { nullable: true, description: "The publisher's page; null when there is none." })
  readonly url!: string | null;

  @Field(() => String, { description: "The sentence that the licence asks to be shown with the data." })
  readonly attribution!: string;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the file that was read, hexadecimal; null for what was collected by hand.",
  })
  readonly sha256!: string | null;
}
