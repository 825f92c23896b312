-- CreateTable
CREATE TABLE "desk_items" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "desk_items_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "desk_items_user_id_idx" ON "desk_items"("user_id");

-- Each person's own, and nobody else's.
CALL app.protect('desk_items');
CALL app.allow('desk_items', 'intake lead', 'select insert update (sealed) delete', 'user_id = @user');
